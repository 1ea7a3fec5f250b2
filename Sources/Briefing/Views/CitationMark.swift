import Templates

/// A mark in the text that leads to a source.
package final class CitationMark: RecordView {
  let source: SourceLine
  /// The place of the mark among the page's citations; nil on pages that name their sources instead.
  let mark: CitationRegister.Mark?
  let isFirst: Bool
  let href: String
  let locator: String?
  let note: [UInt8]?
  let label: String

  package static let table = ViewTable<CitationMark>(
    "citation", "A mark in the text that leads to a source.",
    [
      .optionalText("number", "The source's number on the page; absent on pages that name their sources instead.") {
        ($0.mark?.number).map(String.init)
      },
      .flag("first", "Whether it is the first mark of this source in the page's prose: the one that bears a side note.") { $0.isFirst },
      .optionalText("id", "The mark's own anchor, to which the reference leads back.") { $0.mark?.id },
      .url("href", "The reference on this page, or the source on the page of sources.") { $0.href },
      .text("name", "Who published the source, and when.") { $0.source.name },
      .text("publisher", "Who published the source.") { $0.source.publisher },
      .text("title", "The source's title.") { $0.source.title },
      .optionalText("locator", "Where in the source.") { $0.locator },
      .optionalMarkup("note", "What is to be said of this use of it.") { $0.note },
      .text("label", "The mark in words, for those who hear the page.") { $0.label },
    ])

  init(
    _ source: SourceLine, _ mark: CitationRegister.Mark?, isFirst: Bool = false, href: String, locator: String?, note: [UInt8]?,
    label: String
  ) {
    self.source = source
    self.mark = mark
    self.isFirst = isFirst
    self.href = href
    self.locator = locator
    self.note = note
    self.label = label
  }
}

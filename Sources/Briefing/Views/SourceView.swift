import Facts
import Templates

/// A source as lists of sources and references show it.
package final class SourceView: RecordView {
  let line: SourceLine
  let href: String?
  let note: [UInt8]?

  package static let table = ViewTable<SourceView>(
    "source", "A source, whole.",
    [
      .text("id", "The source's id: its anchor on the page of sources.") { $0.line.id },
      .text("title", "The title.") { $0.line.title },
      .optionalText("title-note", "Where the title comes from, if not from the page itself.") { $0.line.titleNote },
      .text("publisher", "Who published it.") { $0.line.publisher },
      .optionalText("authors", "Who wrote it.") { $0.line.authors },
      .optionalText("container", "What it is part of.") { $0.line.container },
      .optionalRecord("date", DateView.table, "When it was published; absent: undated.") { $0.line.date },
      .optionalURL("href", "Where it can be opened.") { $0.href },
      .optionalText("host", "The address's host.") { $0.line.host },
      .optionalText("unlinked", "Why there is no address.") { $0.line.unlinked },
      .optionalText("language", "Its language, where it is not the page's (BCP 47).") { $0.line.language },
      .text("kind", "What sort of source it is.") { $0.line.kind },
      .optionalText("tier", "How near it is to what it tells.") { $0.line.tier },
      .optionalText("attribution", "Who stands for what it says.") { $0.line.attribution },
      .optionalText("origin", "Whose reporting it carries, if not the publisher's.") { $0.line.origin },
      .flag("copy", "Whether it is a copy of something published elsewhere.") { $0.line.isCopy },
      .optionalURL("archive", "A copy that lasts.") { $0.line.archiveHref },
      .optionalRecord("archived", DateView.table, "When that copy was made.") { $0.line.archiveDate },
      .optionalRecord("accessed", DateView.table, "When it was last opened.") { $0.line.accessed },
      .optionalMarkup("note", "What a reader should know of it.") { $0.note },
    ])

  init(_ source: Source, _ writer: inout ProseWriter) {
    line = writer.prepared.line(source, writer.site)
    href = line.address ?? line.document.map(writer.viewpoint.href)
    note = writer.inline(source.note)
  }
}

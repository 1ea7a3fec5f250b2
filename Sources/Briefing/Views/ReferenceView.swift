import Facts
import Templates

/// A source among the references of a page.
package final class ReferenceView: RecordView {
  let number: Int
  let source: SourceView
  let entryHref: String
  let backlinks: [Backlink]

  final class Backlink: RecordView {
    let letter: String
    let href: String
    let label: String

    static let table = ViewTable<Backlink>(
      "backlink", "The way back from a reference to a place where it is cited.",
      [
        .text("letter", "The place, in a letter or two.") { $0.letter },
        .url("href", "The place.") { $0.href },
        .text("label", "The place in words, different for each.") { $0.label },
      ])

    init(letter: String, href: String, label: String) {
      self.letter = letter
      self.href = href
      self.label = label
    }
  }

  package static let table = ViewTable<ReferenceView>(
    "reference", "A source among the references of a page.",
    [
      .text("number", "Its number on the page; its anchor is `ref-` and this.") { String($0.number) },
      .record("source", SourceView.table, "The source.") { $0.source },
      .url("entry", "The source on the page of sources, with all that rests on it.") { $0.entryHref },
      .list("backlinks", Backlink.table, "The places where it is cited.") { $0.backlinks },
    ])

  init(number: Int, source: SourceView, entryHref: String, backlinks: [Backlink]) {
    self.number = number
    self.source = source
    self.entryHref = entryHref
    self.backlinks = backlinks
  }
}

extension ProseWriter {
  /// The references of the page, for all that was cited so far. Notes of sources may cite further ones, which follow.
  mutating func references() -> [ReferenceView] {
    var views: [SourceView] = []
    while views.count < citations.sources.count {
      let id = citations.sources[views.count]
      guard let source = site.facts.sources[id] else { return [] }
      views.append(SourceView(source, &self))
    }
    return views.enumerated().map { index, view in
      let number = index + 1
      let uses = citations.uses[index]
      let links = (1...max(uses, 1)).map { use in
        let letter = Self.letter(use)
        return ReferenceView.Backlink(
          letter: letter, href: "#" + CitationRegister.Mark(number: number, use: use).id,
          label: site.words("citation.back", ["letter": letter, "number": String(number)]))
      }
      return ReferenceView(
        number: number, source: view, entryHref: viewpoint.href(view.line.path), backlinks: uses == 0 ? [] : links)
    }
  }

  /// 1 is `a`, 26 is `z`, 27 is `aa`.
  private static func letter(_ number: Int) -> String {
    if letters.indices.contains(number - 1) { return letters[number - 1] }
    var rest = number
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26)))) + letters
      rest /= 26
    }
    return letters
  }

  private static let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(Character(Unicode.Scalar($0))) }
}

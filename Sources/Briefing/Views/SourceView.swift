import Facts
import Templates

/// A source as lists of sources and references show it.
package struct SourceView: Sendable {
  let id: String
  let title: String
  let titleNote: String?
  let publisher: String
  let authors: String?
  let container: String?
  let date: DateView?
  let href: String?
  let host: String?
  let unlinked: String?
  let language: String?
  let kind: String
  let tier: String?
  let attribution: String?
  let origin: String?
  let isCopy: Bool
  let archiveHref: String?
  let archiveDate: DateView?
  let accessed: DateView?
  let note: [UInt8]?

  package static let table = ViewTable<SourceView>(
    "source", "A source, whole.",
    [
      .text("id", "The source's id: its anchor on the page of sources.") { $0.id },
      .text("title", "The title.") { $0.title },
      .optionalText("title-note", "Where the title comes from, if not from the page itself.") { $0.titleNote },
      .text("publisher", "Who published it.") { $0.publisher },
      .optionalText("authors", "Who wrote it.") { $0.authors },
      .optionalText("container", "What it is part of.") { $0.container },
      .optionalRecord("date", DateView.table, "When it was published; absent: undated.") { $0.date },
      .optionalURL("href", "Where it can be opened.") { $0.href },
      .optionalText("host", "The address's host.") { $0.host },
      .optionalText("unlinked", "Why there is no address.") { $0.unlinked },
      .optionalText("language", "Its language, where it is not the page's (BCP 47).") { $0.language },
      .text("kind", "What sort of source it is.") { $0.kind },
      .optionalText("tier", "How near it is to what it tells.") { $0.tier },
      .optionalText("attribution", "Who stands for what it says.") { $0.attribution },
      .optionalText("origin", "Whose reporting it carries, if not the publisher's.") { $0.origin },
      .flag("copy", "Whether it is a copy of something published elsewhere.") { $0.isCopy },
      .optionalURL("archive", "A copy that lasts.") { $0.archiveHref },
      .optionalRecord("archived", DateView.table, "When that copy was made.") { $0.archiveDate },
      .optionalRecord("accessed", DateView.table, "When it was last opened.") { $0.accessed },
      .optionalMarkup("note", "What a reader should know of it.") { $0.note },
    ])

  init(_ source: Source, _ writer: inout ProseWriter) {
    let site = writer.site
    let words = site.words
    id = source.id
    title = site.title(of: source)
    titleNote = source.titleFrom == .page ? nil : words("source.title-from.\(source.titleFrom.rawValue)")
    publisher = words.set(source.publisher)
    authors = source.authors.isEmpty ? nil : words.set(words.list(source.authors))
    container = source.container.map(words.set)
    date = source.date.map { DateView($0, site.dates) }
    let address = source.url?.text
    href =
      address.map { address in source.fragment.map { address + (address.contains("#") ? "" : "#") + $0.directive } ?? address }
      ?? source.document.map { writer.viewpoint.href("assets/\($0.text)") }
    host = address.map(WebAddress.host)
    unlinked = source.unlinked.map(words.set)
    language = source.language == site.settings.language ? nil : source.language
    kind = words("source.kind.\(source.kind.group)")
    tier = source.tier.map { words("source.tier.\($0.rawValue)") }
    attribution = source.attribution.map { words("source.attribution.\($0.rawValue)") }
    origin = source.origin.flatMap { $0.lowercased() == source.publisher.lowercased() ? nil : words.set($0) }
    isCopy = source.isCopy
    archiveHref = source.archiveURL?.text
    archiveDate = source.archiveDate.map { DateView($0, site.dates) }
    accessed = source.accessed.map { DateView($0, site.dates) }
    note = writer.inline(source.note)
  }
}

extension Site {
  /// A source's title, its quotation marks set as its own language has them.
  func title(of source: Source) -> String {
    words.set(source.title, in: source.language == settings.language ? nil : source.language)
  }
}

extension Source.Kind {
  /// The words that readers get: few groups for CSL's many types.
  var group: String {
    switch self {
    case .articleNewspaper, .article, .articleMagazine, .periodical: "news"
    case .post, .postWeblog, .webpage: "web"
    case .broadcast, .interview, .speech, .performance, .song, .motionPicture, .hearing, .event: "broadcast"
    case .articleJournal, .book, .chapter, .paperConference, .thesis, .review, .reviewBook, .manuscript, .classic: "scholarly"
    case .bill, .legislation, .regulation, .legalCase, .treaty, .patent, .standard: "legal"
    case .dataset, .figure, .graphic, .map, .musicalScore, .software: "data"
    default: "document"
    }
  }

  /// The groups, for the check of strings.yml.
  static let groups = ["news", "web", "broadcast", "scholarly", "legal", "data", "document"]
}

/// A source among the references of a page.
package struct ReferenceView: Sendable {
  let number: Int
  let source: SourceView
  let entryHref: String
  let backlinks: [Backlink]

  struct Backlink: Sendable {
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
  }

  package static let table = ViewTable<ReferenceView>(
    "reference", "A source among the references of a page.",
    [
      .text("number", "Its number on the page; its anchor is `ref-` and this.") { String($0.number) },
      .record("source", SourceView.table, "The source.") { $0.source },
      .url("entry", "The source on the page of sources, with all that rests on it.") { $0.entryHref },
      .list("backlinks", Backlink.table, "The places where it is cited.") { $0.backlinks },
    ])
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
        number: number, source: view, entryHref: viewpoint.href(FactKey(.sources, view.id)), backlinks: uses == 0 ? [] : links)
    }
  }

  /// 1 is `a`, 26 is `z`, 27 is `aa`.
  private static func letter(_ number: Int) -> String {
    var rest = number
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26)))) + letters
      rest /= 26
    }
    return letters
  }
}

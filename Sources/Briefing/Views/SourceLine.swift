import Facts

/// What every page says alike of a source, made once for all of them: citations and references show it again and again.
final class SourceLine: Sendable {
  let id: String
  /// Where it stands among the sources.
  let path: String
  /// Who published it, and when.
  let name: String
  let title: String
  let titleNote: String?
  let publisher: String
  let authors: String?
  let container: String?
  let date: DateView?
  /// Where it can be opened, if that is an address.
  let address: String?
  /// The file of the site that it is, if it is one.
  let document: String?
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

  init(_ source: Source, _ site: Site) {
    let words = site.words
    let dates = site.dates
    id = source.id
    path = site.places.path(of: source.key)
    name = words.set(site.name(of: source.key))
    date = source.date.map { DateView($0, dates) }
    language = source.language == site.settings.language ? nil : source.language
    title = words.set(source.title, in: language)
    titleNote = source.titleFrom == .page ? nil : words("source.title-from.\(source.titleFrom.rawValue)")
    publisher = words.set(source.publisher)
    authors = source.authors.isEmpty ? nil : words.set(words.list(source.authors))
    container = source.container.map(words.set)
    let url = source.url?.text
    address = url.map { url in source.fragment.map { url + (url.contains("#") ? "" : "#") + $0.directive } ?? url }
    document = source.document.map { "assets/\($0.text)" }
    host = url.map(WebAddress.host)
    unlinked = source.unlinked.map(words.set)
    kind = words("source.kind.\(source.kind.group)")
    tier = source.tier.map { words("source.tier.\($0.rawValue)") }
    attribution = source.attribution.map { words("source.attribution.\($0.rawValue)") }
    origin = source.origin.flatMap { $0.lowercased() == source.publisher.lowercased() ? nil : words.set($0) }
    isCopy = source.isCopy
    archiveHref = source.archiveURL?.text
    archiveDate = source.archiveDate.map { DateView($0, dates) }
    accessed = source.accessed.map { DateView($0, dates) }
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

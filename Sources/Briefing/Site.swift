import Cards
package import Diagnostics
package import Facts
package import Markdown
package import Templates

/// Everything that pages are made from, read and checked: prose, facts, words and templates.
///
/// It never changes once it is made, and every page and every piece of prose holds on to it: one reference, where a copy of the value would
/// count some thirty.
package final class Site: Sendable {
  package let settings: BriefingSettings
  package let facts: FactBase
  /// The pages written by hand, by the path of the page that they become or introduce.
  package let pages: [String: Page]
  /// The same, in the order of their sources.
  package let pageOrder: [Page]
  /// The Markdown of facts' fields, read; found by where it stands.
  package let prose: [SourceSpan: [Inline]]
  package let words: Wording
  package let library: TemplateLibrary
  package let back: BackReferences
  /// The records in their orders, by their names and dates.
  let records: SiteRecords
  /// Paths of files that are copied: `assets/map.png`, `theme/brief.css`.
  package let assets: Set<String>
  /// The pages written by hand that cite a source, by the source's id.
  let proseUses: [String: [String]]
  let navigationTargets: [(label: String, path: String)]
  /// What was published, and what changed from edition to edition.
  let history: EditionHistory
  /// The paths of pages that are made from the facts, whether or not an author introduces them.
  let generatedPaths: Set<String>
  /// How the writer of HTML is set for this site.
  let htmlOptions: HTMLOptions
  /// Where pages find stylesheet and script.
  let theme: NamedTheme
  /// The images that go with links.
  let cards: SiteCards

  init(
    settings: BriefingSettings, facts: FactBase, back: BackReferences, records: SiteRecords, pages: [Page],
    prose: [SourceSpan: [Inline]], words: Wording, library: TemplateLibrary, assets: Set<String>, proseUses: [String: [String]],
    generatedPaths: Set<String>, history: EditionHistory, cardFonts: CardFonts? = nil, theme: NamedTheme? = nil,
    after earlier: EarlierSite? = nil
  ) {
    self.settings = settings
    self.facts = facts
    pageOrder = pages
    self.pages = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    self.prose = prose
    self.words = words
    self.library = library
    self.assets = assets
    self.back = back
    self.records = records
    htmlOptions = HTMLOptions(
      alertLabels: Dictionary(uniqueKeysWithValues: AlertKind.allCases.map { ($0, words("alert.\($0.rawValue)")) }),
      scrollsTables: true, tableLabel: words("table.label"))
    self.history = history
    self.generatedPaths = generatedPaths
    self.proseUses = proseUses
    self.theme = theme ?? NamedTheme(settings, digest: nil)
    cards =
      settings.baseURL == nil
      ? .none
      : SiteCards(
        CardSubject(settings: settings, facts: facts, words: words, dates: records.dates, statuses: records.statuses), fonts: cardFonts,
        after: earlier?.site.cards)
    navigationTargets = Self.navigationTargets(facts, pages, generatedPaths, settings, words)
  }

  /// A site of which only facts and prose have changed since, and in which the same records are.
  struct EarlierSite {
    let site: Site
    /// The kinds of records of which files have changed.
    let renewed: Set<FactKind>
    /// Whether all records name each other and are dated and sorted as they were.
    let keepsBonds: Bool
    /// The records that changed.
    let changed: Set<FactKey>
  }

  /// Where a claim's status stands among the statuses.
  func statusPlace(of claim: Claim) -> Int {
    Self.statusPlace(of: claim, settings)
  }

  static func statusPlace(of claim: Claim, _ settings: BriefingSettings) -> Int {
    guard let entry = claim.status.last else { return settings.statuses.count }
    return settings.statuses.firstIndex { $0.id == entry.value.text } ?? settings.statuses.count
  }

  /// The short name by which a record is called where a link has no text of its own.
  package func name(of key: FactKey) -> String {
    switch key.kind {
    case .sources: sourceNames[key.id] ?? key.id
    case .positions: facts.positions[key.id].map { "\(name(of: $0.actor.key)): \(name(of: $0.topic.key))" } ?? key.id
    default: records.names[key.kind]?[key.id] ?? key.id
    }
  }
}

/// What `SiteRecords` says.
extension Site {
  package var dates: DatePhraser { records.dates }
  package var timeline: [Event] { records.timeline }
  var timelinePlace: [String: Int] { records.timelinePlace }
  package var claimsByDate: [Claim] { records.claimsByDate }
  var claimPlace: [String: Int] { records.claimPlace }
  var sourceNames: [String: String] { records.sourceNames }
  var actorLines: [String: ActorLine] { records.actorLines }
  var eventDates: [String: DateView] { records.eventDates }
  var claimDates: [String: DateView] { records.claimDates }
  var statuses: [StatusView] { records.statuses }
  var usedStatuses: [StatusView] { records.usedStatuses }
  var topics: [Topic] { records.topics }
  var questions: [Question] { records.questions }
  var sourcesByPublisher: [Source] { records.sourcesByPublisher }
  var terms: [Term] { records.terms }
  var corrections: [Correction] { records.corrections }
  var sourcesPerPage: Int { records.sourcesPerPage }
  var places: ListPlaces { records.places }
}

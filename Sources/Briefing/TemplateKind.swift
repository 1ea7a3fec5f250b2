package import Templates

/// The templates that brief asks for by name: one for each kind of page, one for each kind of view within prose, and the citation's mark.
package enum TemplateKind: String, Sendable, CaseIterable {
  case front, timeline, claims, claim, event, actor, topic, sources, positions, questions, glossary, corrections, changes, edition,
    everything, page
  case notFound = "not-found"
  case claimEmbed = "embed-claim"
  case timelineEmbed = "embed-timeline"
  case oneFile = "one-file"
  case citation
  case timelineBlock = "block-timeline"
  case claimsBlock = "block-claims"
  case positionsBlock = "block-positions"
  case questionsBlock = "block-questions"
  case sourcesBlock = "block-sources"
  case claimBlock = "block-claim"
  case quoteBlock = "block-quote"
  case eventBlock = "block-event"
  case chartBlock = "block-chart"

  /// What the template's record holds by itself, without what is the same everywhere.
  package var ownShape: ViewShape {
    switch self {
    case .front: FrontView.table.shape
    case .timeline: TimelineView.table.shape
    case .claims: ClaimsView.table.shape
    case .claim: ClaimView.table.shape
    case .event: EventView.table.shape
    case .actor: ActorView.table.shape
    case .topic: TopicView.table.shape
    case .sources: SourcesView.table.shape
    case .positions: PositionsView.table.shape
    case .questions: QuestionsView.table.shape
    case .glossary: GlossaryView.table.shape
    case .corrections: CorrectionsView.table.shape
    case .changes: ChangesView.table.shape
    case .edition: AsOfView.table.shape
    case .everything: EverythingView.table.shape
    case .claimEmbed: ClaimEmbedView.table.shape
    case .timelineEmbed: TimelineEmbedView.table.shape
    case .oneFile: OneFileView.table.shape
    case .page, .notFound: PlainView.table.shape
    case .citation: CitationMark.table.shape
    case .timelineBlock, .claimsBlock, .positionsBlock, .questionsBlock, .sourcesBlock, .claimBlock, .quoteBlock, .eventBlock:
      BlockView.table.shape
    case .chartBlock: Chart.table.shape
    }
  }

  /// What every template may show of the site.
  package static var siteShape: ViewShape {
    SiteView.table.shape
  }
}

package import Diagnostics
import EDTF
package import Facts
package import Markdown
import Templates
import YAML

/// A view of the facts within prose: a fenced block whose info string is the view and whose body is YAML.
package struct FactBlock: Sendable {
  package enum View: String, Sendable, CaseIterable {
    case timeline, claims, positions, questions, sources, claim, quote, event, chart

    /// Whether the view shows one record, named by `id`.
    var isSingle: Bool {
      switch self {
      case .claim, .quote, .event: true
      default: false
      }
    }
  }

  /// What a chart counts.
  package enum ChartSubject: String, Sendable, CaseIterable {
    case claims, events
  }

  /// By what a chart counts.
  package enum ChartDivision: String, Sendable, CaseIterable {
    case claimant, topic, status, month, year
  }

  package enum Order: String, Sendable, CaseIterable {
    case oldest, newest
  }

  /// What the body may say.
  package struct Options: Sendable {
    package var id: LocatedText?
    package var topics: [Reference<Topic>] = []
    package var actors: [Reference<Actor>] = []
    package var status: [LocatedText] = []
    package var kinds: [LocatedText] = []
    package var from: FactDate?
    package var to: FactDate?
    package var isKey = false
    package var limit: Int?
    package var caption: String?
    package var order: Order?
    package var of: ChartSubject?
    package var by: ChartDivision?

    package init() {}

    package static let table = FieldTable<Options>(
      "view", "What a view within prose shows.",
      [
        .optional("id", .located, "The record, for `claim`, `quote` and `event`.") { $0.id = $1 },
        .optional("topics", .list(of: .reference(Topic.self)), "Only what is about one of these.") { $0.topics = $1 },
        .optional("actors", .list(of: .reference(Actor.self)), "Only what one of these did or said.") { $0.actors = $1 },
        .optional("status", .list(of: .name(.statuses)), "Only claims with one of these statuses.") { $0.status = $1 },
        .optional("kinds", .list(of: .located), "Only records of these kinds.") { $0.kinds = $1 },
        .optional("from", .date, "Only what is not before this.") { $0.from = $1 },
        .optional("to", .date, "Only what is not after this.") { $0.to = $1 },
        .optional("key", .flag, "Only turning points.") { $0.isKey = $1 },
        .optional("limit", .integer, "At most so many.") { $0.limit = $1 },
        .optional("caption", .text, "What stands over it.") { $0.caption = $1 },
        .optional("order", .choice, "Oldest or newest first.") { $0.order = $1 },
        .optional("of", .choice, "What a chart counts.") { $0.of = $1 },
        .optional("by", .choice, "By what a chart counts.") { $0.by = $1 },
      ])
  }

  package let view: View
  package let options: Options

  /// Reads a block; nil where its body is wrong, which is said.
  package init?(_ view: View, _ code: CodeBlock, in file: SourceFile, log: inout DiagnosticLog) {
    self.view = view
    let errors = log.diagnostics.count
    var options = Options()
    if let node = YAMLReader.read(code.literal, map: code.map, log: &log) {
      var reader = FactReader(file: file)
      _ = reader.readFields(of: node, table: Options.table, into: &options, owner: nil, ownerSpan: node.span)
      log.append(reader.log)
    }
    if view.isSingle, options.id == nil, log.diagnostics.count == errors {
      log.add(
        Diagnostic(
          .proseBlockWithoutID, "a `\(view.rawValue)` block shows one record, and this names none", at: code.infoSpan,
          help: ["write `id: ` and the record's id into the block"]))
    }
    if view == .chart, options.of == nil || options.by == nil, log.diagnostics.count == errors {
      log.add(
        Diagnostic(
          .proseChartIncomplete, "a chart says what it counts and by what", at: code.infoSpan,
          help: ["write `of: claims` and `by: claimant`, or `of: events` and `by: month`"]))
    }
    guard log.diagnostics.count == errors else { return nil }
    self.options = options
  }

  package var kind: TemplateKind {
    TemplateKind(rawValue: "block-\(view.rawValue)") ?? .page
  }
}

// MARK: - What is shown

extension FactBlock {
  func events(_ site: Site) -> [Event] {
    let events = site.timeline.filter { event in
      (options.topics.isEmpty || !Set(options.topics.map(\.id)).isDisjoint(with: event.topics.map(\.id)))
        && (options.actors.isEmpty || !Set(options.actors.map(\.id)).isDisjoint(with: event.actors.map(\.id)))
        && (options.kinds.isEmpty || options.kinds.contains { $0.text == event.kind.rawValue })
        && (!options.isKey || event.isKey) && isWithin(event.date)
    }
    return limited(options.order == .newest ? events.reversed() : events)
  }

  func claims(_ site: Site) -> [Claim] {
    let claims = site.claimsByDate.filter { claim in
      (options.topics.isEmpty || !Set(options.topics.map(\.id)).isDisjoint(with: claim.topics.map(\.id)))
        && (options.actors.isEmpty || !Set(options.actors.map(\.id)).isDisjoint(with: claim.claimant.actors.map(\.id)))
        && (options.kinds.isEmpty || options.kinds.contains { $0.text == claim.kind.rawValue })
        && (options.status.isEmpty || options.status.contains { $0.text == claim.status.last?.value.text })
        && isWithin(claim.date)
    }
    return limited(options.order == .newest ? claims.reversed() : claims)
  }

  func positions(_ site: Site) -> [Position] {
    limited(
      site.facts.positions.filter { position in
        (options.topics.isEmpty || options.topics.contains { $0.id == position.topic.id })
          && (options.actors.isEmpty || options.actors.contains { $0.id == position.actor.id })
      })
  }

  func questions(_ site: Site) -> [Question] {
    let topics = Set(options.topics.map(\.id))
    return limited(
      site.questions.filter { question in
        topics.isEmpty || question.claims.contains { !topics.isDisjoint(with: site.facts.claims[$0]?.topics.map(\.id) ?? []) }
          || question.events.contains { !topics.isDisjoint(with: site.facts.events[$0]?.topics.map(\.id) ?? []) }
      })
  }

  func sources(_ site: Site) -> [Source] {
    limited(
      site.facts.sources.filter { source in
        (options.kinds.isEmpty || options.kinds.contains { $0.text == source.kind.rawValue }) && (source.date.map(isWithin) ?? true)
      })
  }

  private func isWithin(_ date: FactDate) -> Bool {
    let bounds = date.expression.bounds
    if let from = options.from?.expression.bounds.earliest, let latest = bounds.latest, latest < from { return false }
    if let to = options.to?.expression.bounds.latest, let earliest = bounds.earliest, earliest > to { return false }
    return true
  }

  private func limited<Record>(_ records: [Record]) -> [Record] {
    options.limit.map { Array(records.prefix(max(0, $0))) } ?? records
  }

  /// What the block's template shows, in the page that is being written.
  /// Its records name their sources instead of numbering them: the page's references are those of its prose.
  func record(for page: ProseWriter) -> Templates.View {
    let site = page.site
    if view == .chart { return Chart.table.record(chart(site, page.viewpoint)) }
    var writer = ProseWriter(site, page.viewpoint, style: .named, page.prepared)
    var block = BlockView(caption: options.caption.map(site.words.set))
    switch view {
    case .timeline: block.events = events(site).map { page.prepared.line($0, site, page.viewpoint) }
    case .claims: block.claims = claims(site).map { writer.row(of: $0) }
    case .positions: block.positions = site.positionGroups(positions(site), &writer)
    case .questions: block.questions = questions(site).map { QuestionView($0, &writer) }
    case .sources: block.sources = sources(site).map { SourceView($0, &writer) }
    case .claim, .quote: block.claim = options.id.flatMap { site.facts.claims[$0.text] }.map { writer.row(of: $0) }
    case .event: block.event = options.id.flatMap { site.timelinePlace[$0.text] }.map { EventEntry(at: $0, &writer) }
    case .chart: break
    }
    return BlockView.table.record(block)
  }
}

extension DiagnosticKind {
  package static let proseBlockWithoutID = DiagnosticKind(
    "prose.block-without-id",
    meaning: "The views `claim`, `quote` and `event` show one record, so they name it.",
    wrong: .init("Content/about.md", "# About\n\n```claim\n```\n"),
    right: .init("Content/about.md", "# About\n\n```claim\nid: ceasefire-offer\n```\n"))

  package static let proseChartIncomplete = DiagnosticKind(
    "prose.chart-incomplete",
    meaning: "A chart counts claims or events, by claimant, topic, status, month or year: both are said.",
    wrong: .init("Content/about.md", "# About\n\n```chart\nof: claims\n```\n"),
    right: .init("Content/about.md", "# About\n\n```chart\nof: claims\nby: claimant\n```\n"))
}

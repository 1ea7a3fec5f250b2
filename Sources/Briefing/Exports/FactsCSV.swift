import EDTF
import Facts

/// `data/claims.csv`, `data/events.csv` and `data/sources.csv`: one row a record, in the order of the pages, for spreadsheets. The whole, with evidence and answers,
/// is in `data/briefing.json`.
///
/// Names in one cell stand with `; ` between, ids with a space. Dates are EDTF as written, each with its first and last possible day.
struct FactsCSV {
  let site: Site

  /// A column: its name, and the way to its cells.
  private typealias Column<Record> = (name: String, cell: (Record) -> String?)

  func claims() -> [UInt8] {
    write(site.claimsByDate, claimColumns)
  }

  func events() -> [UInt8] {
    write(site.timeline, eventColumns)
  }

  func sources() -> [UInt8] {
    write(site.sourcesByPublisher, sourceColumns)
  }

  private func write<Record>(_ records: [Record], _ columns: [Column<Record>]) -> [UInt8] {
    var csv = CSVWriter(columns.map(\.name), capacity: 1024 * (records.count + 1))
    let cells = columns.map(\.cell)
    // A record is taken out once for all of its cells.
    for record in records { csv.row { cells[$0](record) } }
    return csv.bytes
  }

  private var claimColumns: [Column<Claim>] {
    [
      ("id", { $0.id }), ("claim", { $0.text }), ("kind", { $0.kind.rawValue }), ("claimant", { claimant($0.claimant) }),
      ("claimant_ids", { ids($0.claimant.actors) }), ("attributed_to", { names($0.attributedTo) }),
      ("attributed_to_ids", { ids($0.attributedTo) }), ("date", { $0.date.expression.text }), ("earliest", { earliest($0.date) }),
      ("latest", { latest($0.date) }), ("venue", { $0.venue }), ("event", { $0.event?.id }), ("topics", { names($0.topics) }),
      ("topic_ids", { ids($0.topics) }), ("status", { site.status(of: $0).id }), ("status_label", { site.status(of: $0).label }),
      ("status_as_of", { $0.status.last?.asOf.expression.text }),
      ("origins_for", { String($0.evidenceOrigins(.supports, in: site.facts)) }),
      ("origins_against", { String($0.evidenceOrigins(.undermines, in: site.facts)) }), ("wording", { $0.wording.rawValue }),
      ("quote", { $0.quote?.text.text }), ("quote_language", { $0.quote?.language }), ("quote_original", { $0.quote?.original }),
      ("sources", { ids($0.sources.map(\.source)) }), ("source_urls", { addresses($0.sources) }), ("page", { SitePath.of($0.key) }),
    ]
  }

  private var eventColumns: [Column<Event>] {
    [
      ("id", { $0.id }), ("event", { $0.title }), ("kind", { $0.kind.rawValue }), ("state", { $0.state.rawValue }),
      ("key", { $0.isKey ? "yes" : "no" }), ("date", { $0.date.expression.text }), ("earliest", { earliest($0.date) }),
      ("latest", { latest($0.date) }), ("place", { $0.place }), ("timezone", { $0.timezone }), ("actors", { names($0.actors) }),
      ("actor_ids", { ids($0.actors) }), ("topics", { names($0.topics) }), ("topic_ids", { ids($0.topics) }),
      ("summary", { $0.summary.map(site.plainText) }), ("part_of", { $0.partOf?.id }), ("sources", { ids($0.sources.map(\.source)) }),
      ("source_urls", { addresses($0.sources) }), ("page", { SitePath.of($0.key) }),
    ]
  }

  private var sourceColumns: [Column<Source>] {
    [
      ("id", { $0.id }), ("source", { $0.title }), ("title_from", { $0.titleFrom.rawValue }), ("publisher", { $0.publisher }),
      ("authors", { $0.authors.joined(separator: "; ") }), ("container", { $0.container }), ("date", { $0.date?.expression.text }),
      ("earliest", { earliest($0.date) }), ("latest", { latest($0.date) }), ("kind", { $0.kind.rawValue }),
      ("tier", { $0.tier?.rawValue }), ("attribution", { $0.attribution?.rawValue }), ("origin", { $0.origin }),
      ("copy", { $0.isCopy ? "yes" : "no" }), ("language", { $0.language }), ("url", { $0.url?.text }),
      ("accessed", { $0.accessed?.expression.text }), ("archive_url", { $0.archiveURL?.text }),
      ("archive_date", { $0.archiveDate?.expression.text }), ("page", { site.places.path(of: $0.key) }),
    ]
  }

  private func earliest(_ date: FactDate?) -> String? {
    date?.expression.bounds.earliest?.text
  }

  private func latest(_ date: FactDate?) -> String? {
    date?.expression.bounds.latest?.text
  }

  private func claimant(_ claimant: Claimant) -> String {
    if case .unnamed(let unnamed) = claimant { unnamed.description } else { names(claimant.actors) }
  }

  private func names<Target>(_ references: [Reference<Target>]) -> String {
    references.map { site.name(of: $0.key) }.joined(separator: "; ")
  }

  private func ids<Target>(_ references: [Reference<Target>]) -> String {
    references.map(\.id).joined(separator: " ")
  }

  private func addresses(_ citations: [Citation]) -> String {
    citations.compactMap { site.facts.sources[$0.source]?.url?.text }.joined(separator: " ")
  }
}

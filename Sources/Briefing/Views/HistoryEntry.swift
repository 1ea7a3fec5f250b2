import EDTF
import Facts
import Templates

/// One step of a claim's status history.
final class HistoryEntry: RecordView {
  let status: StatusView?
  let asOf: DateView
  let why: [UInt8]
  let sources: [CitationMark]

  static let table = ViewTable<HistoryEntry>(
    "history-entry", "One step of a claim's status history.",
    [
      .optionalRecord("status", StatusView.table, "The status.") { $0.status },
      .record("as-of", DateView.table, "From which day of the world it holds.") { $0.asOf },
      .markup("why", "Why.") { $0.why },
      .list("sources", CitationMark.table, "What it rests on.") { $0.sources },
    ])

  init(_ entry: StatusEntry, _ writer: inout ProseWriter) {
    status = writer.site.status(entry.value.text)
    asOf = writer.site.records.statusDates[entry.asOf.expression.text] ?? DateView(entry.asOf, writer.site.dates)
    why = writer.inline(entry.why)
    sources = entry.sources.map { writer.cite($0) }
  }
}

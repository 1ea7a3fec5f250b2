import Facts
import Templates

/// What a party answered.
final class ResponseView: RecordView {
  let by: ActorMention?
  let stanceID: String
  let stance: String
  let date: DateView?
  let source: CitationMark?
  let quote: QuoteView?
  let note: [UInt8]?

  static let table = ViewTable<ResponseView>(
    "response", "What a party answered.",
    [
      .optionalRecord("by", ActorMention.table, "Who answered, with the role on the day.") { $0.by },
      .choice("stance-id", of: Response.Stance.allCases.map(\.rawValue), "The stance's id, for a class.") { $0.stanceID },
      .text("stance", "How the answer stands to the claim.") { $0.stance },
      .optionalRecord("date", DateView.table, "When it was given, or over which time none was found.") { $0.date },
      .optionalRecord("source", CitationMark.table, "What documents it.") { $0.source },
      .optionalRecord("quote", QuoteView.table, "The words.") { $0.quote },
      .optionalMarkup("note", "What was answered; of silence, where an answer was looked for.") { $0.note },
    ])

  init(_ response: Response, _ writer: inout ProseWriter) {
    by = writer.site.mentions([response.by], on: response.date, writer.viewpoint).first
    stanceID = response.stance.rawValue
    stance = writer.site.words("stance.\(response.stance.rawValue)")
    date = response.date.map { DateView($0, writer.site.dates) }
    quote = response.quote.map { QuoteView($0, &writer) }
    note = writer.inline(response.note)
    source = response.source.map { writer.cite($0.id) }
  }
}

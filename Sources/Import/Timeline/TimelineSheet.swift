import Diagnostics
import Facts

/// The spreadsheet of TimelineJS 3, saved as CSV: a slide a row, the columns by the names of Knight Lab's template.
enum TimelineSheet {
  static func read(_ desk: inout ImportDesk) {
    guard let table = CSVTable.read(&desk) else { return }
    let columns = table.header.map { $0.text.lowercased().filter { !$0.isWhitespace } }
    guard columns.contains("year"), columns.contains("headline") else {
      desk.refuse(
        "this table has no columns `Year` and `Headline`, as TimelineJS's spreadsheet has them", at: table.header.first?.span,
        help: ["a table with a briefing's own fields is imported with `brief import csv --kind ...`"])
      return
    }
    for (index, name) in columns.enumerated() where !known.contains(name) && table.rows.contains(where: { !$0[index].text.isEmpty }) {
      desk.passOver(table.header[index].text, at: table.header[index].span, because: "the column is none of TimelineJS's")
    }
    for row in table.rows {
      var cells: [String: LocatedText] = [:]
      for (name, cell) in zip(columns, row) where !cell.text.trimmed.isEmpty {
        cells[name] = cells[name] ?? LocatedText(text: cell.text.trimmed, span: cell.span)
      }
      guard let first = row.first(where: { !$0.text.isEmpty }) else { continue }
      add(cells, at: first.span, to: &desk)
    }
  }

  private static func add(_ cells: [String: LocatedText], at span: SourceSpan, to desk: inout ImportDesk) {
    var slide = TimelineSlide(span: span)
    slide.start = TimelineDate(year: cells["year"], month: cells["month"], day: cells["day"], time: cells["time"])
    slide.end = TimelineDate(year: cells["endyear"], month: cells["endmonth"], day: cells["endday"], time: cells["endtime"])
    slide.displayDate = cells["displaydate"]
    slide.headline = cells["headline"]
    slide.text = cells["text"]
    slide.group = cells["group"] ?? cells["tag"]
    slide.media = cells["media"]
    slide.mediaCredit = cells["mediacredit"]
    slide.mediaCaption = cells["mediacaption"]
    for name in ["background", "mediathumbnail"] {
      if let cell = cells[name] { desk.passOver(name, at: cell.span, because: "how a slide looks is not kept") }
    }
    switch cells["type"]?.text.lowercased() {
    case "title":
      desk.passOver("title", at: span, because: "the title slide is no event; `briefing.yml` says what the briefing is")
    case "era":
      guard case .date(let from) = slide.start.reading, case .date(let to) = slide.end.reading, let title = slide.headline else {
        desk.passOver("era", at: span, because: "an era has a headline, a start and an end here")
        return
      }
      desk.add(phase: PlainText(HTMLText(title.text).text).text, from: from, to: to, at: title.span)
    default: TimelineImport.add(slide, to: &desk)
    }
  }

  private static let known: Set<String> = [
    "year", "month", "day", "time", "endyear", "endmonth", "endday", "endtime", "displaydate", "headline", "text", "media", "mediacredit",
    "mediacaption", "mediathumbnail", "type", "group", "tag", "background",
  ]
}

import Diagnostics
import EDTF
import Facts

/// The dates of an entry: `date` and `urldate` of BibLaTeX, `year`, `month` and `day` of BibTeX.
enum BibTeXDate {
  static func set(_ entry: BibTeXEntry, _ draft: inout RecordDraft) {
    if let date = entry.first("date") {
      // BibLaTeX leaves an open end empty, where EDTF has two dots.
      let text = plain(date)
      let isOpen = text.hasSuffix("/") && text.count > 1
      draft.setDate("date", fromWords: LocatedText(text: isOpen ? text + ".." : text, span: date.span), at: date.span)
    } else if let year = entry.first("year") {
      draft.setDate("date", fromWords: joined(year, entry), at: year.span)
    }
    if let date = entry.first("urldate") {
      draft.setDate("accessed", fromWords: LocatedText(text: plain(date), span: date.span), at: date.span)
    }
  }

  /// Year, month and day as EDTF, where each is what it should be; else the words as they stand.
  private static func joined(_ year: LocatedText, _ entry: BibTeXEntry) -> LocatedText {
    var text = plain(year)
    guard let month = entry.first("month") else { return LocatedText(text: text, span: year.span) }
    guard let number = number(ofMonth: plain(month)) else {
      return LocatedText(text: plain(month) + " " + text, span: year.span)
    }
    text += "-" + padded(number)
    if let day = entry.first("day"), let number = Int(plain(day)) { text += "-" + padded(number) }
    return LocatedText(text: text, span: year.span)
  }

  private static func number(ofMonth text: String) -> Int? {
    if let number = Int(text) { return number }
    // The names, whole or by their first three letters: EDTF's own reader of ordinary dates knows them.
    guard text.allSatisfy(\.isLetter) else { return nil }
    do throws(EDTFError) {
      _ = try EDTFParser.parse(text + " 2000")
      return nil
    } catch {
      return error.proposal.flatMap { $0.utf8.count == 7 ? Int($0.suffix(2)) : nil }.flatMap { (1...12).contains($0) ? $0 : nil }
    }
  }

  private static func plain(_ value: LocatedText) -> String {
    PlainText(LaTeXText(value.text).text).text
  }

  private static func padded(_ number: Int) -> String {
    number < 10 && number >= 0 ? "0\(number)" : "\(number)"
  }
}

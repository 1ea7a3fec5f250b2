import Diagnostics
import EDTF
import Facts

/// A date of CSL-JSON: parts, a season, `circa`, or words.
enum CSLDateReader {
  /// Sets a record's field from it; what is no date for certain is asked about.
  static func set(_ name: String, _ node: JSONNode, in draft: inout RecordDraft) {
    guard !node.isBlank else { return }
    if let text = date(node) {
      draft.set(name, text, at: node.span)
    } else {
      draft.setDate(name, fromWords: node["literal"]?.located ?? node["raw"]?.located ?? node.located, at: node.span)
    }
  }

  /// In EDTF, unchecked; nil where there are no parts.
  private static func date(_ node: JSONNode) -> String? {
    guard let dates = node["date-parts"]?.list, (1...2).contains(dates.count) else { return nil }
    let mark = isCirca(node) ? "~" : ""
    let season = node["season"]?.located.flatMap { Int($0.text) }
    let texts = dates.compactMap { parts($0, season: dates.count == 1 ? season : nil) }.map { $0 + mark }
    return texts.count == dates.count ? texts.joined(separator: "/") : nil
  }

  private static func parts(_ node: JSONNode, season: Int?) -> String? {
    let all = node.list ?? []
    let numbers = all.compactMap { $0.located.flatMap { Int($0.text) } }
    guard numbers.count == all.count, (1...3).contains(numbers.count), (1...9999).contains(numbers[0]) else { return nil }
    var text = padded(numbers[0], 4)
    for number in numbers.dropFirst() { text += "-" + padded(number, 2) }
    if let season, numbers.count == 1, (1...4).contains(season) { text += "-\(20 + season)" }
    return text
  }

  private static func isCirca(_ node: JSONNode) -> Bool {
    guard let circa = node["circa"] else { return false }
    return circa.flag ?? circa.located.map { $0.text != "0" && $0.text != "false" } ?? false
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension RecordDraft {
  /// Sets a date from what stands in the file: EDTF, or a day with a time behind it. All else is asked about, with what it may mean.
  mutating func setDate(_ name: String, fromWords words: LocatedText?, at span: SourceSpan) {
    let text = words.map { PlainText($0.text).text } ?? ""
    let day = text.prefix(10)
    let isStamp = text.utf8.count > 10 && "T ".contains(text.dropFirst(10).first ?? "x") && day.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    do throws(EDTFError) {
      set(name, try EDTFParser.parse(isStamp ? String(day) : text).text, at: words?.span ?? span)
    } catch {
      ask(
        .importNoDate,
        text.isEmpty ? "`\(name)` is a date that says nothing" : "`\(name)` is `\(text)`, which is not a date: \(error.message)",
        at: words?.span ?? span, label: "no date",
        help: (error.proposal.map { ["in EDTF it may be `\($0)`"] } ?? []) + ["a source without a date is shown as undated"])
    }
  }
}

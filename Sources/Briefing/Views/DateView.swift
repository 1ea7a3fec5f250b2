import EDTF
package import Facts
import Templates

/// A date in words, and as it was written.
package final class DateView: RecordView {
  package let phrase: DatePhrase
  private let html: [UInt8]
  package let edtf: String
  /// The exact point, as HTML's `datetime` wants it.
  package let exact: String?
  /// A number to sort by: days since 1970 of the first possible day.
  package let sortKey: Int

  package init(_ date: FactDate, _ dates: DatePhraser) {
    phrase = dates.phrase(date.expression)
    html = Array(phrase.markup.utf8)
    edtf = date.expression.text
    exact = date.expression.exactHTML
    let bounds = date.expression.bounds
    sortKey = (bounds.earliest ?? bounds.latest)?.dayNumber ?? 0
  }

  package static let table = ViewTable<DateView>(
    "date", "A date in words, at its real precision.",
    [
      .text("text", "The words alone.") { $0.phrase.text },
      .markup("html", "The words, with `<time>` around what is exact.") { $0.html },
      .flag("stops", "Whether the words end with a full stop already, as an abbreviated era does.") { $0.phrase.text.hasSuffix(".") },
      .text("edtf", "The date as it was written, in EDTF.") { $0.edtf },
      .optionalText("datetime", "The exact point, for `datetime`; absent where the date is not exact.") { $0.exact },
      .text("sort", "A number to sort by: days since 1970 of the first possible day.") { String($0.sortKey) },
    ])
}

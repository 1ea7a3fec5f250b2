import EDTF
import Facts

/// A date as the data have it.
enum DataDate {
  static let table = DataTable<FactDate>(
    "date", "A date at the precision at which it is known, and the days between which it lies.",
    [
      .text("edtf", "The date in EDTF (Library of Congress, 2019), as it was written.", as: .edtf) { $0.expression.text },
      .optionalText("earliest", "The first day that it can be; absent where that is open or unknown.", as: .day) {
        $0.expression.bounds.earliest?.text
      },
      .optionalText("latest", "The last day that it can be; absent where that is open or unknown.", as: .day) {
        $0.expression.bounds.latest?.text
      },
    ])
}

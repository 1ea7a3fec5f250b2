/// The order of a timeline: by the lower bound (if no start is known, by the upper bound), then by the upper bound.
///
/// What has no end comes after what ends; what has no bound at all comes last. EDTF itself gives no order.
package struct DateSortKey: Hashable, Sendable, Comparable {
  package let lower: CivilDay?
  package let upper: CivilDay?

  package static func < (left: DateSortKey, right: DateSortKey) -> Bool {
    if left.lower != right.lower { return precedes(left.lower, right.lower) }
    return left.upper != right.upper && precedes(left.upper, right.upper)
  }

  /// Nil stands after every day.
  private static func precedes(_ left: CivilDay?, _ right: CivilDay?) -> Bool {
    guard let left else { return false }
    guard let right else { return true }
    return left < right
  }
}

/// A time of day with seconds, and its distance from UTC if that is stated.
package struct EDTFTime: Hashable, Sendable {
  package let hour: Int
  package let minute: Int
  package let second: Int
  /// Minutes east of UTC; 0 for `Z`; nil for local time, whose place is not stated.
  package let offset: Int?
}

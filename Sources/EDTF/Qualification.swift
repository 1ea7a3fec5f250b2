/// How sure the writer is of a date or of one part of it: EDTF's `?`, `~` and `%`.
package enum Qualification: String, Hashable, Sendable, CaseIterable {
  case none = ""
  /// `?`: the source itself is doubtful ("possibly").
  case uncertain = "?"
  /// `~`: the value is an estimate ("about").
  case approximate = "~"
  /// `%`: both.
  case both = "%"

  package var isUncertain: Bool { self == .uncertain || self == .both }
  package var isApproximate: Bool { self == .approximate || self == .both }

  /// What holds when both marks apply to one part.
  package func union(_ other: Qualification) -> Qualification {
    if self == other || other == .none { return self }
    return self == .none ? other : .both
  }

  init?(mark: UInt8) {
    switch mark {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = .both
    default: return nil
    }
  }
}

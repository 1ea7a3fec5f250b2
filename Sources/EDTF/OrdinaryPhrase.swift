/// A date as people write it: "c. 1860", "since 2022", "between May and July 2025", "15/08/2025".
struct OrdinaryPhrase {
  private let tokens: [OrdinaryToken]

  /// What it comes to in EDTF, unchecked.
  struct Result {
    let text: String
    /// Whether the words set one bound only ("before", "since").
    var isBound = false
  }

  init(bytes: [UInt8]) {
    tokens = bytes.count <= 100 ? OrdinaryToken.tokens(of: bytes) ?? [] : []
  }

  /// The phrase as one date, without bounds or lists.
  func readDate() -> String? { qualifiedDate(tokens[...]) }

  func read() -> Result? {
    guard !tokens.isEmpty else { return nil }
    return bound() ?? pair() ?? qualifiedDate(tokens[...]).map { Result(text: $0) }
  }

  /// A bare "before" sets no start at all, hence `..` and not the empty end, which says that a start exists and nobody knows it.
  private func bound() -> Result? {
    guard case .word(let first)? = tokens.first else { return trailingBound() }
    let rest = tokens.dropFirst()
    switch first {
    case "before", "until", "till", "by", "pre": return qualifiedDate(rest).map { Result(text: "../" + $0, isBound: true) }
    case "after", "since", "from", "post":
      return (trailingBound(rest) ?? qualifiedDate(rest).map { Result(text: $0 + "/..", isBound: true) })
    default: return trailingBound()
    }
  }

  /// "2022 to present", "2022 onwards", "2022-"
  private func trailingBound(_ part: ArraySlice<OrdinaryToken>? = nil) -> Result? {
    var rest = part ?? tokens[...]
    guard let last = rest.last else { return nil }
    if case .word(let word) = last, ["present", "now", "today", "ongoing", "onward", "onwards"].contains(word) {
      rest.removeLast()
      if let joint = rest.last, isJoint(joint) || joint == .word("the") { rest.removeLast() }
    } else if last == .sign(UInt8(ascii: "-")) {
      rest.removeLast()
    } else {
      return nil
    }
    return qualifiedDate(rest).map { Result(text: $0 + "/..", isBound: true) }
  }

  private func pair() -> Result? {
    var part = tokens[...]
    let opener = part.first
    if opener == .word("between") || opener == .word("from") || opener == .word("either") || opener == .word("both") {
      part = part.dropFirst()
    }
    for index in part.indices.dropLast() where index > part.startIndex {
      let joint = part[index]
      guard isJoint(joint) || joint == .word("and") || joint == .word("or"),
        let (first, second) = dates(part[..<index], part[(index + 1)...])
      else { continue }
      switch joint {
      case .word("or"): return Result(text: "[\(first),\(second)]")
      case .word("and"): return Result(text: opener == .word("between") ? "[\(first)..\(second)]" : "{\(first),\(second)}")
      default: return Result(text: "\(first)/\(second)")
      }
    }
    return nil
  }

  /// Both dates; what one leaves out is taken from the other ("15-18 August 2025", "May to July 2025", "August 15-18, 2025").
  private func dates(_ first: ArraySlice<OrdinaryToken>, _ second: ArraySlice<OrdinaryToken>) -> (String, String)? {
    let later = qualifiedDate(second)
    if let later, let earlier = qualifiedDate(first) { return (earlier, later) }
    if let later {
      for count in [1, 2] where second.count > count {
        if let earlier = qualifiedDate(first + second.suffix(count)) { return (earlier, later) }
      }
      return nil
    }
    guard let year = second.last, let month = first.first, case .word = month else { return nil }
    guard let earlier = qualifiedDate(first + [year]), let later = qualifiedDate([month] + second) else { return nil }
    return (earlier, later)
  }

  private func isJoint(_ token: OrdinaryToken) -> Bool {
    switch token {
    case .word("to"), .word("until"), .word("till"), .word("through"), .sign(UInt8(ascii: "-")): true
    default: false
    }
  }

  /// A date with the words that qualify it.
  private func qualifiedDate(_ tokens: ArraySlice<OrdinaryToken>) -> String? {
    var part = tokens
    var qualification = Qualification.none
    while let first = part.first, let mark = mark(first) {
      qualification = qualification.union(mark)
      part.removeFirst()
    }
    while let last = part.last {
      if case .sign(let byte) = last, let mark = Qualification(mark: byte) {
        qualification = qualification.union(mark)
      } else if last != .sign(UInt8(ascii: "(")) && last != .sign(UInt8(ascii: ")")) {
        break
      }
      part.removeLast()
    }
    return OrdinaryDate(part).text.map { $0 + qualification.rawValue }
  }

  private func mark(_ token: OrdinaryToken) -> Qualification? {
    switch token {
    case .word("c"), .word("ca"), .word("circa"), .word("about"), .word("around"), .word("approximately"), .word("approx"),
      .word("roughly"):
      .approximate
    case .word("possibly"), .word("perhaps"), .word("maybe"), .word("probably"), .word("likely"): .uncertain
    case .sign(let byte): Qualification(mark: byte)
    default: nil
    }
  }
}

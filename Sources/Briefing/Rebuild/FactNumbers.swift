import Facts

/// A number for every record, kind by kind in the order of the files: what sets and lists of records are made of where there are many.
struct FactNumbers: Sendable {
  private let facts: FactBase
  /// By the place of the kind among all kinds, the number of its first record; last, how many records there are.
  private let starts: [Int]

  init(_ facts: FactBase) {
    self.facts = facts
    var starts = [0]
    for kind in FactKind.allCases { starts.append((starts.last ?? 0) + facts.count(of: kind)) }
    self.starts = starts
  }

  var count: Int { starts.last ?? 0 }

  /// The number of a record; nil if there is none of that id.
  func number(of key: FactKey) -> Int32? {
    facts.place(of: key).map { Int32($0 + starts[Self.place(of: key.kind)]) }
  }

  /// The numbers of all records of a kind.
  func numbers(of kind: FactKind) -> Range<Int32> {
    let place = Self.place(of: kind)
    return Int32(starts[place])..<Int32(starts[place + 1])
  }

  func kind(of number: Int32) -> FactKind {
    var place = 0
    while Int(number) >= starts[place + 1] { place += 1 }
    return FactKind.allCases[place]
  }

  /// The record of a number.
  func key(of number: Int32) -> FactKey {
    let kind = kind(of: number)
    return FactKey(kind, facts.id(of: kind, at: Int(number) - starts[Self.place(of: kind)]))
  }

  private static func place(of kind: FactKind) -> Int {
    switch kind {
    case .actors: 0
    case .topics: 1
    case .sources: 2
    case .events: 3
    case .claims: 4
    case .positions: 5
    case .questions: 6
    case .terms: 7
    case .corrections: 8
    }
  }
}

import Facts

/// The sources that one page cites, numbered in the order in which they first come, and every place where each is cited.
package struct CitationRegister: Sendable {
  /// One citation: the source's number on the page and the citation's own among those of the source, both from 1.
  package struct Mark: Sendable, Hashable {
    package let number: Int
    package let use: Int

    /// The anchor of the place where it is cited: `c4-1`.
    package var id: String { "c\(number)-\(use)" }
    /// The anchor of the reference: `ref-4`.
    package var reference: String { "ref-\(number)" }
  }

  package private(set) var sources: [String] = []
  private var numbers: [String: Int] = [:]
  package private(set) var uses: [Int] = []

  package init() {}

  /// Cites a source once more: a new source gets the next number.
  package mutating func cite(_ source: String) -> Mark {
    let number: Int
    if let known = numbers[source] {
      number = known
    } else {
      sources.append(source)
      uses.append(0)
      number = sources.count
      numbers[source] = number
    }
    uses[number - 1] += 1
    return Mark(number: number, use: uses[number - 1])
  }
}

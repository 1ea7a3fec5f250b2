/// What parents' tags hand over for the blocks of the templates that they call: which filling holds where.
struct BlockOverrides {
  /// A block that a parent's tag hands over.
  struct Filling {
    fileprivate let key: NameKey
    /// The block's number in the program.
    let block: Int
    let body: Range<Int>
    /// The filling before it in the same environment, or -1.
    fileprivate let next: Int
    /// The environment of the tag that hands it over: what holds inside of its body.
    let outer: Int
  }

  /// The last filling that holds here, or -1; the others follow by `next`.
  var environment = -1
  private var fillings: [Filling] = []

  /// Takes in the blocks that stand directly in the body of a parent's tag.
  mutating func collect(_ body: Range<Int>, of program: TemplateProgram) {
    let outer = environment
    var index = body.lowerBound
    while index < body.upperBound {
      switch program.operations[index] {
      case .block(let block, let end):
        let key = program.blocks[Int(block)].key
        fillings.append(Filling(key: key, block: Int(block), body: index + 1..<Int(end), next: environment, outer: outer))
        environment = fillings.count - 1
        index = Int(end)
      case .section(_, let end), .inverted(_, let end), .call(_, let end): index = Int(end)
      case .literal, .lineStart, .variable: index += 1
      }
    }
  }

  /// What fills a block here: of several fillings the outermost wins.
  func filling(of key: NameKey) -> Filling? {
    var found: Filling?
    var index = environment
    while index >= 0 {
      if fillings[index].key == key { found = fillings[index] }
      index = fillings[index].next
    }
    return found
  }

  /// The state to go back to behind a call.
  var mark: (environment: Int, count: Int) {
    (environment, fillings.count)
  }

  /// Forgets what was taken in since.
  mutating func restore(_ mark: (environment: Int, count: Int)) {
    fillings.removeSubrange(mark.count...)
    environment = mark.environment
  }
}

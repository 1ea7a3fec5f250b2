import Diagnostics

/// Where a cursor stands in YAML: below which keys and items, and what is typed before it.
///
/// It is found from the lines and their indentation alone, going up from the cursor, so that it holds while the text does not parse.
struct FieldPlace: Equatable {
  /// A way down in a value.
  enum Step: Equatable {
    case key(String)
    case item
  }

  /// What is to be written at the cursor.
  enum Slot: Equatable {
    /// A field's name; those that its mapping has already.
    case name(taken: Set<String>)
    /// A value, in brackets if it is within a list or mapping in brackets or braces.
    case value(inBrackets: Bool)
  }

  /// From the top of the text to the mapping or value that is being written.
  private(set) var path: [Step]
  private(set) var slot: Slot
  /// What is typed of it up to the cursor, in offsets of the file.
  private(set) var typed: Range<Int>

  /// - Parameters:
  ///   - range: The lines of the file that are YAML, by their offsets.
  ///   - offset: The cursor.
  init?(_ file: SourceFile, range: Range<Int>, at offset: Int) {
    guard range.lowerBound <= offset, offset <= range.upperBound else { return nil }
    let number = file.line(at: offset)
    let top = file.line(at: range.lowerBound)
    let line = YAMLLine(file, number, upTo: offset)
    guard !line.isComment else { return nil }
    path = []
    slot = .value(inBrackets: false)
    typed = offset..<offset
    var own = line.items.map { _ in Step.item }
    if let key = line.key {
      own.append(.key(key.name))
      readFlow(file, line.valueStart..<offset, onto: &own)
    } else if let first = line.content, first < offset, "[{".utf8.contains(file.bytes[first]) {
      readFlow(file, first..<offset, onto: &own)
    } else {
      let start = line.content ?? offset
      guard !file.bytes[start..<offset].contains(UInt8(ascii: " ")) else { return nil }
      typed = start..<offset
      slot = .name(taken: Self.names(beside: number, at: start - line.start, file, top, range.upperBound))
    }
    let anchor = line.items.first ?? (line.key?.column ?? (line.content ?? offset) - line.start)
    let above = Self.parents(of: anchor, isItem: !line.items.isEmpty, above: number, file, top: top)
    path = above.path + own
    if above.isText {
      path = above.path
      slot = .value(inBrackets: false)
      typed = offset..<offset
    }
  }

  /// The keys and items above a line, from the top down; whether the innermost holds a text that goes on here.
  private static func parents(
    of column: Int, isItem: Bool, above number: Int, _ file: SourceFile, top: Int
  ) -> (path: [Step], isText: Bool) {
    var limit = column
    var takesEqual = isItem
    var steps: [Step] = []
    var isText = false
    var number = number - 1
    while number >= top, limit > 0 || takesEqual {
      let line = YAMLLine(file, number)
      number -= 1
      if line.isBlank || line.isComment { continue }
      if let key = line.key, key.column < limit || takesEqual && key.column == limit && line.items.isEmpty {
        // What stands deeper than a key that has a text of its own is that text's.
        if line.holdsText {
          steps = []
          isText = true
        }
        steps.append(.key(key.name))
        limit = key.column
        takesEqual = false
      }
      for item in line.items.reversed() where item < limit {
        steps.append(.item)
        limit = item
        takesEqual = true
      }
    }
    return (steps.reversed(), isText)
  }

  /// The keys that stand in the same mapping as a line, above and below it.
  private static func names(beside number: Int, at column: Int, _ file: SourceFile, _ top: Int, _ end: Int) -> Set<String> {
    var names: Set<String> = []
    let here = YAMLLine(file, number)
    func look(_ numbers: some Sequence<Int>, stopsAtItem: Bool) {
      for number in numbers {
        let line = YAMLLine(file, number)
        if line.isBlank || line.isComment { continue }
        let first = line.items.first ?? line.key?.column ?? line.content.map { $0 - line.start } ?? 0
        if let key = line.key, key.column == column, line.items.isEmpty || !stopsAtItem { names.insert(key.name) }
        // Another item, or what the mapping itself belongs to.
        if first < column { return }
      }
    }
    if here.items.isEmpty { look((top..<number).reversed(), stopsAtItem: false) }
    let last = file.line(at: end)
    if number < last { look(number + 1...last, stopsAtItem: true) }
    return names
  }

  /// What stands between a key, or the beginning of a bracket, and the cursor.
  private mutating func readFlow(_ file: SourceFile, _ range: Range<Int>, onto steps: inout [Step]) {
    var reader = FlowReader(file: file, range: range)
    reader.read()
    steps += reader.steps
    typed = reader.typed
    slot = reader.isName ? .name(taken: reader.names) : .value(inBrackets: reader.isWithin)
  }
}

/// Lists and mappings in brackets and braces on one line, as far as they are typed.
private struct FlowReader {
  private struct Level {
    let isMapping: Bool
    var key: String?
    var names: Set<String> = []
  }

  private let bytes: [UInt8]
  private let range: Range<Int>
  private var levels: [Level] = []
  private(set) var typed: Range<Int>

  init(file: SourceFile, range: Range<Int>) {
    bytes = file.bytes
    self.range = range
    typed = range
  }

  var isWithin: Bool { !levels.isEmpty }
  var isName: Bool { levels.last.map { $0.isMapping && $0.key == nil } ?? false }
  var names: Set<String> { levels.last?.names ?? [] }

  var steps: [FieldPlace.Step] {
    levels.compactMap { $0.isMapping ? $0.key.map(FieldPlace.Step.key) : .item }
  }

  mutating func read() {
    var start = range.lowerBound
    var index = range.lowerBound
    var quote: UInt8?
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { index += 1 } else if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if isBlank(start, index - 1) { quote = byte }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard isBlank(start, index - 1) else { continue }
        levels.append(Level(isMapping: byte == UInt8(ascii: "{")))
        start = index
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard let last = levels.last, last.isMapping == (byte == UInt8(ascii: "}")) else { continue }
        levels.removeLast()
        start = index
      case UInt8(ascii: ","):
        guard !levels.isEmpty else { continue }
        levels[levels.count - 1].key = nil
        start = index
      case UInt8(ascii: ":"):
        guard isName, index == range.upperBound || bytes[index] == UInt8(ascii: " ") else { continue }
        let name = YAMLLine.unquoted(String(decoding: bytes[start..<index - 1], as: UTF8.self))
        levels[levels.count - 1].key = name
        levels[levels.count - 1].names.insert(name)
        start = index
      default: break
      }
    }
    index = start
    while index < range.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
    if index < range.upperBound, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index += 1 }
    typed = min(index, range.upperBound)..<range.upperBound
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].allSatisfy { $0 == UInt8(ascii: " ") }
  }
}

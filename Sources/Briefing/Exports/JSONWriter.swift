import Diagnostics

/// Writes JSON (RFC 8259) straight into bytes: members in the order in which they are written, two spaces to a level, `\n` at the line's end;
/// or without any space.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private var followsKey = false
  private let isCompact: Bool
  /// Where records stand of which it is written.
  let places: ListPlaces

  /// - Parameter isCompact: Whether all space is left out.
  init(capacity: Int = 4096, isCompact: Bool = false, places: ListPlaces = .none) {
    self.isCompact = isCompact
    self.places = places
    bytes.reserveCapacity(capacity)
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Items are written where they stand: a copy of a record counts its every field.
  mutating func array<Item>(_ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in for index in items.indices { body(&writer, items[index]) } }
  }

  mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if !isCompact { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  mutating func number(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func flag(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
  }

  mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: Members that are left out where there is nothing to say

  mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    string(text)
  }

  mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    number(value)
  }

  mutating func member(_ name: String, if value: Bool) {
    guard value else { return }
    key(name)
    flag(true)
  }

  mutating func member<Item>(_ name: String, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void) {
    guard !items.isEmpty else { return }
    key(name)
    array(items, body)
  }

  mutating func member<Value>(_ name: String, _ value: Value?, _ body: (inout JSONWriter, Value) -> Void) {
    guard let value else { return }
    key(name)
    object { body(&$0, value) }
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
  }

  // MARK: Inside

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
      isFirst = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    newLine()
  }

  private mutating func newLine() {
    guard !isCompact else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func quote(_ text: String) {
    JSONText.append(text, to: &bytes)
  }
}

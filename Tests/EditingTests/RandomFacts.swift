import Facts
import TestKit

@testable import Editing

/// Random files of facts by the tables of their fields, in all the ways in which people write YAML: block and flow, quotes of both kinds,
/// texts over several lines, odd indentation, comments everywhere, each with a number of its own.
struct RandomFacts {
  var random: Numbers
  private(set) var commentCount = 0
  /// Each comment that stands directly above a record, by its number, with the record's id.
  private(set) var owners: [(comment: String, id: String)] = []

  init(seed: UInt64) {
    random = Numbers(state: seed)
  }

  /// The ids that records and references bear.
  static let ids = ["one", "two-b", "three", "four", "five-five", "six"]

  mutating func file(_ kind: FactKind) -> String {
    var lines: [String] = []
    if chance(3) { lines += [comment(), ""] }
    for (index, id) in Self.ids.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)).enumerated() {
      if index > 0 {
        if chance(6) { lines += ["", comment(), ""] } else if !chance(5) { lines.append("") }
        if chance(8) { lines.append("") }
      }
      if chance(4) {
        let text = comment()
        // At the top of a file with nothing between, it is the record's all the same.
        lines.append(text)
        owners.append((text, id))
      }
      lines += field(id, .record(kind.singular, kind.fields), column: 0, isRecord: true)
      // So little indented, it is a comment behind any text.
      if chance(10) { lines.append(" " + comment()) }
    }
    if chance(6) { lines += ["", comment()] }
    var text = lines.joined(separator: "\n") + (chance(10) ? "" : "\n")
    if chance(5) { text = text.replacing("\n", with: "\r\n") }
    if chance(10) { text = "\u{FEFF}" + text }
    return text
  }

  mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &random) == 0
  }

  private mutating func pick<Element>(_ choices: [Element], or other: Element) -> Element {
    choices.randomElement(using: &random) ?? other
  }

  private mutating func comment() -> String {
    commentCount += 1
    return "# c\(commentCount): [a], {b}: \"c\"" + (chance(4) ? "  " : "")
  }

  private mutating func behind() -> String {
    chance(12) ? " " + comment() : chance(20) ? "  " : ""
  }

  // MARK: Fields

  private mutating func field(_ name: String, _ shape: FieldShape, column: Int, isRecord: Bool = false) -> [String] {
    let margin = String(repeating: " ", count: column)
    let key = margin + (chance(15) ? pick(["\"\(name)\"", "'\(name)'"], or: name) : name) + (chance(30) ? " :" : ":")
    let above = !isRecord && chance(12) ? [(chance(4) ? "" : margin) + comment()] : []
    switch simple(shape) {
    case .list(let item):
      if chance(2) { return above + [key + " " + flow(shape) + behind()] }
      let dash = column + (chance(3) ? 0 : pick([1, 2, 2, 2, 4], or: 2))
      return above + [key + behind()] + items(item, column: dash)
    case .record(_, let fields):
      if !isRecord && chance(2) || isRecord && chance(10) { return above + [key + " " + flow(shape) + behind()] }
      return above + [key + behind()] + body(fields, column: column + pick([1, 2, 2, 2, 4], or: 2))
    case .mapping:
      return above + [key + " {source.unused: kept}" + behind()]
    case let scalar:
      return above + value(scalar, after: key, column: column)
    }
  }

  private mutating func body(_ fields: [FieldDeclaration], column: Int) -> [String] {
    chosen(fields).flatMap { field in self.field(field.name, field.shape, column: column) + (chance(25) ? [""] : []) }
  }

  private mutating func chosen(_ fields: [FieldDeclaration]) -> [FieldDeclaration] {
    var chosen: [FieldDeclaration] = []
    for field in fields where field.isRequired || chance(4) { chosen.append(field) }
    if chosen.isEmpty, let first = fields.first { chosen = [first] }
    return chance(2) ? chosen.shuffled(using: &random) : chosen
  }

  private mutating func items(_ shape: FieldShape, column: Int) -> [String] {
    let margin = String(repeating: " ", count: column)
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      if chance(12) { lines.append(margin + comment()) }
      switch simple(shape) {
      case .record(_, let fields):
        if chance(3) {
          lines.append(margin + "- " + flow(shape) + behind())
        } else {
          let gap = chance(8) ? 3 : 1
          var inner = body(fields, column: column + 1 + gap)
          while inner.last == "" { inner.removeLast() }
          // A comment above the first field stands below its dash, as some write it.
          if let first = inner.first, first.drop(while: { $0 == " " }).hasPrefix("#") || chance(15) {
            lines += [margin + "-"] + inner
          } else if let first = inner.first {
            lines += [margin + "-" + String(repeating: " ", count: gap) + first.drop { $0 == " " }] + inner.dropFirst()
          }
        }
      case let scalar:
        lines += value(scalar, after: margin + "-", column: column)
      }
    }
    return lines
  }

  /// Of several shapes one.
  private mutating func simple(_ shape: FieldShape) -> FieldShape {
    if case .either(let shapes) = shape { return simple(pick(shapes, or: .text)) }
    return shape
  }

  // MARK: Values

  private mutating func value(_ shape: FieldShape, after lead: String, column: Int) -> [String] {
    let text = text(shape)
    let margin = String(repeating: " ", count: column + pick([1, 2, 2, 5], or: 2))
    guard case .text = shape else {
      guard case .markdown = shape else { return [lead + (chance(20) ? "   " : " ") + quoted(text, flow: false) + behind()] }
      return prose(text, lead, margin)
    }
    return prose(text, lead, margin)
  }

  private mutating func prose(_ text: String, _ lead: String, _ margin: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    let half = words.count / 2
    let first = words[..<half].joined(separator: " ")
    let second = words[half...].joined(separator: " ")
    guard words.count > 3 else { return [lead + " " + quoted(text, flow: false) + behind()] }
    let isPlain = ScalarText.inline(text) == text
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return [lead + " " + pick([">-", ">", "|-", "|"], or: ">-") + behind(), margin + first, margin + second]
    case 1: return [lead + " >-", margin + first, "", margin + second] + (chance(3) ? [""] : [])
    case 2 where !text.contains("]("): return [lead + " |-", margin + first, margin + "  deeper " + second, margin + "end"]
    case 3 where isPlain: return [lead + " " + first, margin + second + behind()]
    case 4: return [lead + " \"" + first, margin + second + "\"" + behind()]
    case 5 where isPlain: return [lead + behind(), margin + text]
    default: return [lead + " " + quoted(text, flow: false) + behind()]
    }
  }

  private mutating func quoted(_ text: String, flow: Bool) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "'" + text + "'"
    case 1: "\"" + text + "\""
    default: ScalarText.inline(text, flow: flow)
    }
  }

  private mutating func text(_ shape: FieldShape) -> String {
    switch shape {
    case .date: pick(["2025-08-15", "2025-08", "1860~", "[..2025-08-15]", "2024/2025", "2025-08-XX", "-0200"], or: "2025")
    case .flag: pick(["true", "false"], or: "true")
    case .integer: String(Int.random(in: 0..<20, using: &random))
    case .address: pick(["https://example.org/a?b=c#d", "http://example.org"], or: "https://example.org")
    case .language: pick(["en", "uk", "pt-BR"], or: "en")
    case .choice(let words): pick(words, or: "")
    case .reference: pick(Self.ids, or: "one")
    case .markdown:
      pick(
        ["See [it](claim:two-b) and [that](source:one \(Self.title)) of the day.", "Plain words of *some* length here.", "Short."], or: "")
    default: pick(["Words", "It said - well: no [yes] {x} #1, ok", "Über den Fluß and back again", "a: b of c d e", "no", "1.10"], or: "")
    }
  }

  /// A link's title in brackets, which no quotes of YAML touch.
  private static let title = "(page 4)"

  private mutating func flow(_ shape: FieldShape) -> String {
    switch simple(shape) {
    case .list(let item):
      let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in flow(item) }
      return "[" + items.joined(separator: pick([", ", ",", " , "], or: ", ")) + (chance(10) ? ", ]" : "]")
    case .record(_, let fields):
      let entries = chosen(fields).map { field in "\(field.name): \(flow(field.shape))" }
      return "{" + entries.joined(separator: ", ") + (chance(10) ? " }" : "}")
    case .mapping: return "{source.unused: kept}"
    case let scalar: return quoted(text(scalar), flow: true)
    }
  }
}

import TestKit

/// Random documents in the ways of writing that content uses, with oddities now and then.
struct RandomYAML {
  var random: Numbers

  init(seed: UInt64) {
    random = Numbers(state: seed)
  }

  mutating func document() -> String {
    var text = chance(8) ? "# a comment\n\n" : ""
    text += chance(5) ? sequence(indent: 0, depth: 0) : mapping(indent: 0, depth: 0)
    if chance(6) { text = text.replacing("\n", with: "\r\n") }
    if chance(12) { text = "\u{FEFF}" + text }
    if chance(12), text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The document with a few bytes put in, taken out or changed, mostly to what means something in YAML.
  mutating func damaged() -> [UInt8] {
    var bytes = Array(document().utf8)
    let signs = Array(":-#'\"[]{},|>&*!%@?\t \n\n  <~.a\r\\+1".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      guard bytes[place] < 0x80 else { continue }
      let sign = signs.randomElement(using: &random) ?? 0x20
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = sign
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: [sign, 0x20], at: place)
      default: bytes.insert(sign, at: place)
      }
    }
    return bytes
  }

  private mutating func chance(_ one: Int) -> Bool {
    Int.random(in: 0..<one, using: &random) == 0
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func lineEnd() -> String {
    chance(10) ? pick([" # note", "  # a: b", "  "]) + "\n" : chance(15) ? "\n\n" : chance(20) ? "\n# between\n" : "\n"
  }

  private mutating func mapping(indent: Int, depth: Int, first: String? = nil) -> String {
    var text = ""
    for index in 0..<Int.random(in: 1...5, using: &random) {
      if index > 0 || first == nil { text += String(repeating: " ", count: indent) }
      text += key() + ":" + value(indent: indent, depth: depth, isItem: false)
    }
    return text
  }

  private mutating func sequence(indent: Int, depth: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text += String(repeating: " ", count: indent) + "-"
      if depth < 4, chance(2) {
        let spaces = chance(6) ? 3 : 1
        text += String(repeating: " ", count: spaces)
        if chance(6) {
          text += String(sequence(indent: indent + 1 + spaces, depth: depth + 1).drop { $0 == " " })
        } else {
          text += mapping(indent: indent + 1 + spaces, depth: depth + 1, first: "")
        }
      } else {
        text += value(indent: indent, depth: depth, isItem: true)
      }
    }
    return text
  }

  private mutating func value(indent: Int, depth: Int, isItem: Bool) -> String {
    let deeper = indent + Int.random(in: 1...3, using: &random)
    let margin = String(repeating: " ", count: deeper)
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return lineEnd()
    case 1,
      2 where depth < 4:
      return lineEnd() + mapping(indent: deeper, depth: depth + 1)
    case 3 where depth < 4: return lineEnd() + sequence(indent: isItem || chance(2) ? deeper : indent, depth: depth + 1)
    case 4: return " \(quoted(margin))" + lineEnd()
    case 5: return " " + block(margin)
    case 6: return " \(flow(0))" + lineEnd()
    case 7: return " \(words())\n\(margin)\(words())\n" + (chance(3) ? "\n\(margin)  \(words())\n" : "")
    case 8: return lineEnd() + margin + (chance(2) ? words() : quoted(margin)) + lineEnd()
    default: return " \(words())" + lineEnd()
    }
  }

  private mutating func key() -> String {
    chance(15)
      ? pick(["\"a b\"", "'it''s'", "é😀", "key with spaces", "k:l", "a#b", "\"x\\u00e9\""])
      : pick(["a", "b", "c", "label", "as_of", "id-1", "2025"])
        + String(Int.random(in: 0..<40, using: &random))
  }

  private mutating func words() -> String {
    let choices = [
      "word", "é", "👩‍👩‍👧", "e\u{301}", "1.10", "no", "~", "2025-08-15/..", "a:b", "x#y", "it's", "https://x.example/a?b=c#d", "-5", "(a)",
      "[x]", "{y}", "\"q\"", "a,",
      "–", "&c", "*d*", "100%", "null", "\u{A0}", "<b>", "=",
    ]
    var text = pick(["word", "Ünder", "12", "(x)", "-y", "…", "~", "«z»", ".5", "/path", "<i>"])
    for _ in 0..<Int.random(in: 0...4, using: &random) { text += pick([" ", " ", "  "]) + pick(choices) }
    return text
  }

  private mutating func quoted(_ margin: String) -> String {
    let inner = words().replacing("\"", with: "").replacing("'", with: "")
    let fold = chance(3) ? pick(["\n\(margin)", " \n\n\(margin)  ", "\n"]) + "more" : ""
    if chance(2) { return "'\(inner)\(pick(["", "''", " "]))\(fold)'" }
    return "\"\(inner)\(pick(["", "\\n", "\\\"", "\\u00E9", "\\U0001F600", " \\x41 ", "\\\\", "\\\n\(margin)  ", "\\ "]))\(fold)\""
  }

  private mutating func block(_ margin: String) -> String {
    var text = pick(["|", ">", "|-", ">-", "|+", ">+", "| # note"]) + "\n"
    if chance(8) { text += "\n" }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      text += margin + words() + "\n" + (chance(5) ? "\n" : "") + (chance(8) ? "\(margin)  deeper \(words())\n" : "")
    }
    return text
  }

  private mutating func flow(_ depth: Int) -> String {
    var items: [String] = []
    let isMapping = chance(2)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let item = depth < 3 && chance(4) ? flow(depth + 1) : pick(["a", "b c", "'q, r'", "\"s\"", "2025-01..2025-02", "x-y", "é", "-1"])
      items.append(isMapping ? chance(5) ? key() : "\(key()): \(item)" : item)
    }
    let joined = items.joined(separator: pick([", ", ",", " , ", ",\n     ", ", # note\n  "]))
    return isMapping ? "{\(joined)}" : "[\(joined)]"
  }
}

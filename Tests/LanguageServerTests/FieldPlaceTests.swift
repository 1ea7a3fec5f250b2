import Diagnostics
import TestKit
import Testing

@testable import LanguageServer

/// Where a cursor stands in YAML that is being written.
@Suite struct FieldPlaceTests {
  /// The place of `|`, in short: `path > slot 'typed'`.
  private static func place(_ marked: String) -> String? {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let file = source(parts.joined(), path: "Content/facts/claims.yml")
    guard let place = FieldPlace(file, range: 0..<file.bytes.count, at: parts[0].utf8.count) else { return nil }
    let path = place.path.map { step in if case .key(let name) = step { name } else { "-" } }.joined(separator: " ")
    let slot =
      switch place.slot {
      case .name(let taken): "name" + (taken.isEmpty ? "" : " (\(taken.sorted().joined(separator: " ")))")
      case .value(let inBrackets): inBrackets ? "item" : "value"
      }
    return "\(path) > \(slot) '\(file.text(place.typed))'"
  }

  @Test(arguments: [
    ("|", " > name ''"), ("of|", " > name 'of'"), ("offer:\n  |", "offer > name ''"), ("offer:\n  te|", "offer > name 'te'"),
    ("offer:\n  text: |", "offer text > value ''"), ("offer:\n  kind: fa|", "offer kind > value 'fa'"),
    ("offer:\n  kind: \"fa|", "offer kind > value 'fa'"),
    ("offer:\n  text: A.\n  |\n  kind: fact\nother:\n  note: x\n", "offer > name (kind text) ''"),
    ("offer:\n  text: A.\n\n  # c\n  k|\n", "offer > name (text) 'k'"),
    ("offer:\n  sources:\n    - |", "offer sources - > name ''"), ("offer:\n  sources:\n    - fi|", "offer sources - > name 'fi'"),
    ("offer:\n  sources:\n  - fi|", "offer sources - > name 'fi'"),
    ("offer:\n  status:\n    - value: |", "offer status - value > value ''"),
    ("offer:\n  status:\n    - value: a\n      |", "offer status - > name (value) ''"),
    ("offer:\n  status:\n    - value: a\n      w|\n      as_of: b\n    - why: c\n", "offer status - > name (as_of value) 'w'"),
    ("offer:\n  status:\n  - value: a\n    why: b\n  - |", "offer status - > name ''"),
    ("offer:\n  responses:\n    - by: a\n      quote:\n        te|", "offer responses - quote > name 'te'"),
    ("offer:\n  responses:\n    - by: a\n      quote:\n        text: b\n      |", "offer responses - > name (by quote) ''"),
    // Brackets and braces.
    ("offer:\n  topics: [|", "offer topics - > item ''"), ("offer:\n  topics: [a, b|]", "offer topics - > item 'b'"),
    ("offer: {text: A, |", "offer > name (text) ''"), ("offer: {text: A, kind: f|}", "offer kind > item 'f'"),
    ("offer:\n  sources: [{source: a, lo|", "offer sources - > name (source) 'lo'"),
    ("offer:\n  sources: [a, {source: |}]", "offer sources - source > item ''"),
    ("offer:\n  sources:\n    - {source: a|", "offer sources - source > item 'a'"),
    ("offer: {text: \"a, b: [c\", kind: |", "offer kind > item ''"), ("offer: {text: it's [so], kind: |", "offer kind > item ''"),
    ("offer:\n  sources: [\n    a,\n    b|\n", "offer sources > name 'b'"),
    // What stands in a text is that text's.
    ("offer:\n  note: |", "offer note > value ''"), ("offer:\n  note: >\n    some: |", "offer note > value ''"),
    ("offer:\n  note: words\n    that go: on|", "offer note > value ''"),
  ])
  func isFoundFromTheLines(_ marked: String, _ expected: String) {
    #expect(Self.place(marked) == expected)
  }

  @Test(arguments: ["# off|", "offer:\n  # te|", "offer: x\n  some words|"])
  func isNoneInCommentsAndLooseText(_ marked: String) {
    let place = Self.place(marked)
    #expect(place == nil || place == "offer > value ''")
  }

  /// Any cut of any text has a place or none, and nothing else happens.
  @Test func anyTextWillDo() {
    var seed: UInt64 = 7
    func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let parts = ["a", "b:", " ", "  ", "\n", "- ", "[", "]", "{", "}", ",", ":", "\"", "'", "#", "|", ">", "é", "\r\n", "😀", "\\"]
    for _ in 0..<2000 {
      let text = (0..<next(30)).map { _ in parts[next(parts.count)] }.joined()
      let file = source(text, path: "Content/facts/claims.yml")
      let offset = next(file.bytes.count + 1)
      if let place = FieldPlace(file, range: 0..<file.bytes.count, at: offset) {
        #expect(place.typed.upperBound == offset && place.typed.lowerBound >= 0, "\(text.debugDescription) at \(offset)")
      }
      for path in ["Content/a.md", "Content/briefing.yml"] {
        _ = TextRegion(SourceFile(path: path, text: text), at: offset)
      }
    }
  }
}

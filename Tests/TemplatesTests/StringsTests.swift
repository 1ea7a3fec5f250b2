import Diagnostics
import Templates
import TestKit
import Testing

struct StringsTests {
  static let declarations = [
    StringDeclaration("by", places: ["name"], optional: ["role"], "Who said it."),
    StringDeclaration("shown", places: ["total"], plural: true, "How many records are shown."),
    StringDeclaration("sep", "What stands between two names."),
  ]

  /// A small strings.yml: one `key: text` a line, nothing quoted.
  static func strings(_ file: SourceFile, language: String = "en") -> Strings {
    var entries: [StringsEntry] = []
    for number in 1...file.lineCount {
      let line = file.lineRange(number)
      guard let colon = file.bytes[line].firstIndex(of: UInt8(ascii: ":")) else { continue }
      let text = file.span(min(colon + 2, line.upperBound)..<line.upperBound)
      entries.append(
        StringsEntry(
          key: file.text(line.lowerBound..<colon), keySpan: file.span(line.lowerBound..<colon), text: file.text(text),
          map: TextMap(verbatim: text)))
    }
    return Strings(entries: entries, language: language, declarations: declarations)
  }

  static func check(_ text: String, language: String = "en", used: Set<String>? = []) -> [String] {
    let file = source(text, path: "Templates/strings.yml")
    return StringsCheck.check(strings(file, language: language), in: file, usedWords: used).sorted.map { diagnostic in
      let position = diagnostic.primary.map { file.position(at: $0.span.start) }
      let code = diagnostic.code.dropFirst("strings.".count)
      return "\(position?.line ?? 0):\(position?.column ?? 0) \(code): \(diagnostic.message) | \(diagnostic.help.first ?? "")"
    }
  }

  static let good = "by: said {name}\nshown.one: One of {total}\nshown.other: {count} of {total}\nsep: , \n"

  @Test func fills() {
    let strings = Self.strings(source(Self.good + "skip-link: To {{the}} text\n"))
    #expect(strings.text("sep") == ", ")
    #expect(strings.format("by", ["name": .text("<Ann>")]) == "said <Ann>")
    #expect(strings.plural("shown", 1, ["total": .number(9)]) == "One of 9")
    #expect(strings.plural("shown", 2, ["total": .number(9)]) == "2 of 9")
    #expect(strings.plural("shown", 2000, ["total": .number(9), "count": .text("2,000")]) == "2,000 of 9")
    #expect(strings.shape.fields.map(\.name) == ["sep", "skip-link"])
    #expect(render("{{words.skip-link}}{{words.sep}}{{words.by}}", .record(JSON.record([("words", strings.view)]))) == "To {the} text, ")
  }

  static let cases: [(String, String, Set<String>?, [String])] = [
    (good, "en", [], []),
    (good + "skip-link: x\n", "en", ["skip-link"], []),
    (good + "skip-link: x\n", "en", nil, []),
    (good + "skip-link: x\n", "en", [], ["5:1 unused-key: nothing shows the text `skip-link` | take the line away"]),
    (
      good.replacing("sep: ", with: "spe: "), "en", [],
      ["4:1 missing-key: there is no text `sep` | it says: What stands between two names."]
    ),
    ("by: {name}\nsep: ,\n", "en", [], ["1:1 missing-key: there is no text `shown.one` | it says: How many records are shown."]),
    (good.replacing("{name}", with: "{nmae}"), "en", [], ["1:10 unknown-place: `by` has no place `{nmae}` | did you mean `name`?"]),
    (good.replacing("{name}", with: "nobody"), "en", [], ["1:5 missing-place: `by` lacks the place `{name}` | it says: Who said it."]),
    (good.replacing("{name}", with: "{name} {role}"), "en", [], []),
    (
      good.replacing("{name}", with: "{name} {"), "en", [],
      ["1:17 stray-brace: this brace belongs to no place | write it twice if it is to be shown, or close the place: `{name}`"]
    ),
    (
      good.replacing("{count} of", with: "all of"), "en", [],
      ["3:14 missing-place: `shown.other` lacks the place `{count}` | it says: How many records are shown."]
    ),
    (good + "a: {b}\n", "en", [], ["5:4 unknown-place: `a` has no place `{b}` | templates show it as it is"]),
    (
      good + "shown.few: {count} {total}\n", "en", [],
      ["5:1 superfluous-plural: `en` has no form `few` | its forms are one, other; take this line away"]
    ),
    (
      good, "ru", [],
      [
        "2:1 missing-plural: `shown` has no form `few`, which `ru` needs | write `shown.few`: for 2, 3, 4, 22, 23 …",
        "2:1 missing-plural: `shown` has no form `many`, which `ru` needs | write `shown.many`: for 0, 5, 6, 7, 8 …",
      ]
    ),
    (good + "shown.many: {count} {total}\n", "fr", [], []),
    (good, "ja", [], ["2:1 superfluous-plural: `ja` has no form `one` | its forms are other; take this line away"]),
  ]

  @Test(arguments: cases)
  func says(item: (text: String, language: String, used: Set<String>?, expected: [String])) {
    #expect(Self.check(item.text, language: item.language, used: item.used) == item.expected, "\(item.language): \(item.text)")
  }
}

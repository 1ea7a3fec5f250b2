import Diagnostics
import TestKit
import Testing

/// JSON that is written, and what the reader makes of surrogates.
@Suite struct JSONValueTests {
  @Test func isLaidOutForPeople() {
    let value = JSONValue.members(["a": 1, "left out": nil, "b": .array([]), "c": .strings(["d", "e"]), "f": .object([])])
    #expect(
      String(decoding: value.indented, as: UTF8.self) == """
        {
          "a": 1,
          "b": [],
          "c": [
            "d",
            "e"
          ],
          "f": {}
        }

        """)
    #expect(String(decoding: value.compact, as: UTF8.self) == #"{"a":1,"b":[],"c":["d","e"],"f":{}}"#)
  }

  @Test(arguments: [
    (JSONValue.null, "null"), (true, "true"), (false, "false"), (-12, "-12"), (.integer(.max), "9223372036854775807"),
    (.real(1.5), "1.5"), (.real(.infinity), "null"), ("a\"\\\n\r\té😀\u{1}", #""a\"\\\n\r\té😀\u0001""#), ("", "\"\""),
    (.object([.init("b", 1), .init("a", .array([.null]))]), #"{"b":1,"a":[null]}"#),
  ])
  func writesWhatCanBeReadAgain(_ value: JSONValue, _ text: String) throws {
    #expect(String(decoding: value.compact, as: UTF8.self) == text)
    #expect(throws: Never.self) { try JSONReader.read(value.compact) }
    #expect(throws: Never.self) { try JSONReader.read(value.indented) }
  }

  /// A half that stands alone is one unit before and after.
  @Test(arguments: [
    (#""a\ud83d""#, "a\u{FFFD}"), (#""\ude00b""#, "\u{FFFD}b"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\n""#, "\u{FFFD}\n"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
  ])
  func repairsHalvesOnlyIfAskedTo(_ text: String, _ repaired: String) throws {
    #expect(try JSONReader.read(Array(text.utf8), repairsSurrogates: true).text == repaired)
    #expect(throws: JSONFault.self) { try JSONReader.read(Array(text.utf8)) }
  }
}

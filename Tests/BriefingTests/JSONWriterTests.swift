@testable import Briefing
import Foundation
import Testing

/// JSON by RFC 8259, as it is written.
@Suite struct JSONWriterTests {
  @Test func membersStandInTheirOrder() {
    var writer = JSONWriter()
    writer.object { object in
      object.member("b", "text")
      object.member("a", 1)
      object.member("none", String?.none)
      object.key("flag")
      object.flag(true)
      object.key("nothing")
      object.null()
      object.key("list")
      object.array([1, 2]) { $0.number($1) }
    }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text.firstRange(of: "\"b\"")?.lowerBound ?? text.endIndex < text.firstRange(of: "\"a\"")?.lowerBound ?? text.startIndex)
    #expect(!text.contains("none"))
    let value = (try? JSONSerialization.jsonObject(with: Data(writer.bytes))) as? [String: Any]
    #expect(value?["b"] as? String == "text")
    #expect(value?["a"] as? Int == 1)
    #expect(value?["flag"] as? Bool == true)
    #expect(value?["nothing"] is NSNull)
    #expect(value?["list"] as? [Int] == [1, 2])
  }

  @Test(arguments: ["", "a", "\"", "\\", "\n\r\t", "\u{0}\u{1F}\u{7F}", "</script>", "é 停 🕊️", "\u{2028}\u{2029}", "a\u{301}"])
  func textsComeBack(_ text: String) {
    var writer = JSONWriter()
    writer.array([text]) { $0.string($1) }
    let value = (try? JSONSerialization.jsonObject(with: Data(writer.bytes))) as? [String]
    #expect(value?.first.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(!writer.bytes.dropFirst().dropLast().contains { $0 < 0x20 && $0 != 0x0A })
  }
}

import Diagnostics
import TestKit
import Testing

/// Places as editors count them, and back.
@Suite struct EditorPositionTests {
  /// Two, three and four bytes; one, one and two units.
  private let file = source("aé€😀b\r\n\r\nlast", path: "Content/a.md")

  @Test(arguments: [
    (0, 0, 0, 0), (1, 0, 1, 1), (3, 0, 3, 2), (6, 0, 6, 3), (10, 0, 10, 5), (11, 0, 11, 6), (13, 1, 0, 0), (15, 2, 0, 0), (19, 2, 4, 4),
  ])
  func countsBothWays(_ offset: Int, _ line: Int, _ bytes: Int, _ units: Int) {
    #expect(file.editorPosition(at: offset, in: .utf8) == EditorPosition(line: line, column: bytes))
    #expect(file.editorPosition(at: offset, in: .utf16) == EditorPosition(line: line, column: units))
    #expect(file.offset(of: EditorPosition(line: line, column: bytes), in: .utf8) == offset)
    #expect(file.offset(of: EditorPosition(line: line, column: units), in: .utf16) == offset)
  }

  @Test(arguments: [
    // Beyond the line, beyond the file, before it.
    (0, 99, 11, 11), (1, 5, 13, 13), (2, 9, 19, 19), (3, 0, 19, 19), (99, 99, 19, 19), (-1, 4, 0, 0), (0, -3, 0, 0),
    // Within a character.
    (0, 2, 1, 3), (0, 4, 3, 6), (0, Int.max, 11, 11),
  ])
  func staysWithinTheText(_ line: Int, _ column: Int, _ bytes: Int, _ units: Int) {
    #expect(file.offset(of: EditorPosition(line: line, column: column), in: .utf8) == bytes)
    #expect(file.offset(of: EditorPosition(line: line, column: column), in: .utf16) == units)
  }

  @Test func anOffsetBehindTheLineIsItsEnd() {
    #expect(file.editorPosition(at: 12, in: .utf16) == EditorPosition(line: 0, column: 6))
    #expect(file.editorPosition(at: 99, in: .utf8) == EditorPosition(line: 2, column: 4))
  }

  @Test(arguments: [
    ("Content/a b.md", "Content/a%20b.md"), ("Straße/#1", "Stra%C3%9Fe/%231"), ("a-b_c.d~e/f", "a-b_c.d~e/f"), ("", ""),
  ])
  func percentEncodingGoesBothWays(_ path: String, _ encoded: String) {
    #expect(PercentEncoding.encoded(path) == encoded)
    #expect(PercentEncoding.decoded(encoded) == path)
  }

  @Test(arguments: ["%", "%4", "%4g", "%C3%28", "%-1"])
  func whatIsNotEncodedIsRefused(_ text: String) {
    #expect(PercentEncoding.decoded(text) == nil)
  }
}

import Testing

@testable import Preview

@Suite struct EntityTagTests {
  @Test func isThatOfFowlerNollAndVo() {
    // The published values of the 64-bit FNV-1a.
    #expect(EntityTag(of: "".utf8).text == "cbf29ce484222325")
    #expect(EntityTag(of: "a".utf8).text == "af63dc4c8601ec8c")
    #expect(EntityTag(of: "foobar".utf8).text == "85944171f73967e8")
  }

  @Test(
    arguments: [
      (nil, false), ("\"abc\"", true), ("W/\"abc\"", true), ("*", true), ("\"x\", \"abc\"", true), ("\"x\" ,W/\"abc\" ", true),
      ("abc", false),
      ("\"abcd\"", false), ("", false), ("\"x\",", false),
    ] as [(String?, Bool)])
  func isNamed(field: String?, isNamed: Bool) {
    #expect(EntityTag(text: "abc").isNamed(in: field) == isNamed)
  }

  @Test(
    arguments: [
      (nil, true), ("\"abc\"", true), ("W/\"abc\"", false), ("\"x\"", false), ("Wed, 21 Oct 2015 07:28:00 GMT", false),
    ] as [(String?, Bool)])
  func allowsARange(field: String?, allows: Bool) {
    #expect(EntityTag(text: "abc").allowsRange(by: field) == allows)
  }
}

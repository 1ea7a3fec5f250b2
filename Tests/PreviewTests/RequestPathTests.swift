import Testing

@testable import Preview

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/?a=/../b", "index.html"), ("/index.html", "index.html"), ("/claims/a.html?x#y", "claims/a.html"),
    ("/claims/", "claims/index.html"), ("/a%20b.html", "a b.html"), ("/%C3%A4.html", "ä.html"), ("/a+b", "a+b"), ("/...", "..."),
    ("/.well-known/x", ".well-known/x"), ("/%61%2Ehtml", "a.html"),
  ])
  func namesAFile(target: String, file: String) {
    #expect(RequestPath(target)?.file == file)
  }

  @Test(arguments: [
    "", "index.html", "//", "//a", "/a//b", "/..", "/../a", "/a/../b", "/.", "/./a", "/a/.", "/a/..", "/a/../", "/%2e%2e/a", "/%2E./a",
    "/.%2e",
    "/a/%2e", "/a%2fb", "/a%2F..%2Fb", "/%2fetc/passwd", "/..%2f..%2fetc", "/a%5cb", "/..\\a", "/a%00", "/a%00.html", "/%0a", "/a%7f",
    "/a%",
    "/a%2", "/a%zz", "/%ff", "/%c0%ae%c0%ae/a", "/%e0%80%ae", "/" + String(repeating: "a", count: 256),
  ])
  func leadsNowhere(target: String) {
    #expect(RequestPath(target) == nil)
  }

  @Test(arguments: ["claims/a.html", "a b/ä?#%.html", "100%", "x\u{7F}", "+&=;"])
  func encodingIsUndoneByDecoding(path: String) {
    let encoded = RequestPath.encoded(path)
    #expect(RequestPath.decoded(encoded) == path)
    #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#".utf8.contains($0) })
  }
}

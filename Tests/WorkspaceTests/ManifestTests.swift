import Diagnostics
import Testing

@testable import Workspace

@Suite struct ManifestTests {
  private let manifest = Manifest(
    header: ManifestHeader(generator: "1.0 \"x\"\n", cmark: "0.30.2", sources: "é", warnings: 3, reviewBy: "2026-01-31"),
    entries: [
      Manifest.Entry(path: "a \"b\".html", size: 12, digest: SHA256.digest([1])), Manifest.Entry(path: "é/x", size: nil, digest: nil),
    ])

  @Test func itIsReadBack() throws {
    #expect(try Manifest(json: manifest.json) == manifest)
    #expect(try Manifest(json: Manifest(header: header, entries: []).json) == Manifest(header: header, entries: []))
  }

  @Test func unknownNamesArePassedOver() throws {
    let json = """
      \u{FEFF}{"new": [1, -2.5e+3, {"a": {}, "b": [[], null]}, true, "\\u0041\\uD83D\\uDE00"], "files": [{"x": [], "path": "b"}, {"path": "\\u0061", "size": 3},
      {"path": "b", "sha256": "?"}], "schema_version": 1, "sources": "s", "more": false} 
      """
    #expect(
      try Manifest(json: Array(json.utf8))
        == Manifest(
          header: ManifestHeader(generator: "", cmark: "", sources: "s"),
          entries: [Manifest.Entry(path: "a", size: 3, digest: nil), Manifest.Entry(path: "b", size: nil, digest: nil)]))
  }

  @Test(arguments: [
    "", "{", "[]", "{}", "{\"schema_version\": 2}", "{\"schema_version\": 1}x", "{\"schema_version\": 1,}", "{\"schema_version\": 01}",
    "{\"schema_version\": -1}", "{\"schema_version\": 1 \"a\": 2}", "{\"schema_version\": 1, \"files\": {}}",
    "{\"schema_version\": 1, \"a\": [1,]}",
    "{\"schema_version\": 1, \"files\": [{\"size\": 1}]}", "{\"schema_version\": 1, \"files\": [{\"path\": \"/etc/passwd\"}]}",
    "{\"schema_version\": 1, \"a\": \"\\uD800\"}", "{\"schema_version\": 1, \"a\": \"\\x\"}", "{\"schema_version\": 1, \"a\": \"\n\"}",
    "{\"schema_version\": 1, \"a\": tru}", "{\"schema_version\": 1, \"a\": 1.}", "{\"schema_version\": 1, \"a\": -}",
    "{\"schema_version\": 1, \"a\": [1}}", "{\"schema_version\": 1, \"a\": {\"b\" 1}}", "{\"schema_version\": 1, \"a\": \"",
    "{\"schema_version\": 99999999999999999999}",
  ])
  func whatIsNoManifestIsRefused(json: String) {
    #expect(throws: JSONFault.self) { try Manifest(json: Array(json.utf8)) }
  }

  /// No cut or changed byte brings the reader down, and depth costs no stack.
  @Test func damageIsAnErrorAndNoMore() {
    let json = manifest.json
    for index in json.indices {
      _ = try? Manifest(json: Array(json[..<index]))
      for byte: UInt8 in [0x00, 0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x2C, 0x2D, 0x75, 0xFF] {
        var damaged = json
        damaged[index] = byte
        _ = try? Manifest(json: damaged)
      }
    }
    let deep = "{\"schema_version\": 1, \"a\": " + String(repeating: "[", count: 1_000_000)
    #expect(throws: JSONFault.self) { try Manifest(json: Array(deep.utf8)) }
  }
}

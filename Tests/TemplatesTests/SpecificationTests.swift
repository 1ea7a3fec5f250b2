import Diagnostics
import FoundationEssentials
import Templates
import Testing

/// The Mustache specification's own cases, where a copy of its JSON files is at hand: `MUSTACHE_SPEC` names the folder.
struct SpecificationTests {
  static let folder = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"]
  static let parts = ["comments", "delimiters", "dynamic-names", "interpolation", "inverted", "inheritance", "partials", "sections"]

  @Test(
    .enabled(if: folder != nil, "MUSTACHE_SPEC names no folder with the specification's JSON files: its cases are skipped"),
    arguments: parts)
  func holds(part: String) throws {
    let path = "\(Self.folder ?? "")/\(part).json"
    let bytes = try #require(FileManager.default.contents(atPath: path), "there is no \(path)")
    let file = try #require(JSON.parse(String(decoding: bytes, as: UTF8.self)))
    guard case .list(let tests)? = file["tests"] else { throw NoTests() }
    #expect(tests.count > 5)
    for test in tests {
      let name = test["name"]?.string ?? ""
      var partials: [(String, String)] = []
      if case .object(let fields)? = test["partials"] { partials = fields.map { ($0.key, $0.value.string ?? "") } }
      let output = render(test["template"]?.string ?? "", test["data"]?.view ?? .absent, partials)
      #expect(output == test["expected"]?.string, "\(part): \(name)")
    }
  }

  private struct NoTests: Error {}
}

/// Renders one template, without any check.
func render(_ template: String, _ view: View, _ partials: [(String, String)] = []) -> String {
  var log = DiagnosticLog()
  let files = ([("main", template)] + partials).enumerated().map {
    SourceFile(id: FileID($0.offset), path: "Templates/\($0.element.0).mustache", text: $0.element.1)
  }
  let library = TemplateLibrary(files: files, log: &log)
  var bytes: [UInt8] = []
  Renderer.render("main", with: view, from: library, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

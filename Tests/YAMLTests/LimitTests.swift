import Diagnostics
import TestKit
import Testing

@testable import YAML

/// Depth that would break a stack is refused, once.
@Test(arguments: [
  String(repeating: "[", count: 100_000),
  "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900) + "\n",
  String(repeating: "- ", count: 5000) + "a\n",
  (0..<300).map { String(repeating: " ", count: $0) + "k:\n" }.joined(),
])
func depth(_ text: String) {
  #expect(codes(text) == ["yaml.depth"])
}

@Test func sixtyFourLevelsAreRead() {
  let text = "a: " + String(repeating: "[", count: 62) + "b" + String(repeating: "]", count: 62) + "\n"
  #expect(codes(text) == [])
}

/// All repeated keys of a file are found, also where Yams must read it again for each mapping.
@Test(arguments: ["", "z: !t x\n"])
func manyRepeatedKeys(_ odd: String) {
  let text = odd + (0..<40).map { "r\($0):\n  a: 1\n  b: 2\n  a: 3\n" }.joined()
  #expect(codes(text).count { $0 == "yaml.duplicate-key" } == 40)
}

/// Aliases that would grow without end are refused where they stand.
@Test func growingAliases() {
  let text = "a: &a [x, x]\n" + (1..<30).map { "a\($0): &a\($0) [*a\($0 == 1 ? "" : String($0 - 1)), *a]\n" }.joined()
  #expect(codes(text).count { $0 == "yaml.alias" } == 58)
}

@Test(arguments: [("label:Territory", "label"), ("https://x.example", nil), ("a b:c", nil), ("label", nil), ("date:2025", "date")])
func keyWithoutSpace(_ text: String, _ key: String?) {
  var log = DiagnosticLog()
  let node = YAMLReader.read(source("a: \(text)\n"), log: &log)
  #expect(node?.mapping?.first?.value.scalar?.keyWithoutSpace == key)
}

private func codes(_ text: String) -> [String] {
  var log = DiagnosticLog()
  _ = YAMLReader.read(source(text), log: &log)
  return log.sorted.map(\.code)
}

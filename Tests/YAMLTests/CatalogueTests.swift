import Diagnostics
import TestKit
import Testing
import YAML

/// Every entry's wrong example raises its code and no other; the right one raises nothing.
@Test(arguments: YAMLCatalogue.all)
func catalogue(_ kind: DiagnosticKind) {
  #expect(codes(kind.wrong) == [kind.code])
  #expect(codes(kind.right) == [])
}

private func codes(_ example: DiagnosticKind.Example) -> [String] {
  var log = DiagnosticLog()
  for file in example.files {
    let file = source(file.text, path: file.path)
    _ = file.path.hasSuffix(".json") ? YAMLReader.readJSON(file, log: &log) : YAMLReader.read(file, log: &log)
  }
  return log.sorted.map(\.code)
}

extension DiagnosticKind: CustomTestStringConvertible {
  package var testDescription: String { code }
}

import Testing

/// What another room may call says what it is.
@Suite struct DocumentationTests {
  @Test func everyTypeAndFunctionOfAPackageHasADocComment() {
    let found = Repository.sources.flatMap { offences($0) }
    #expect(found.filter { !$0.isNested }.map(\.text) == [])
    // A type within a type often says all by its name; those without a comment are printed, not failed.
    for offence in found where offence.isNested { print("  no doc comment: \(offence.text)") }
  }

  @Test(arguments: [
    ("package struct A {}", 1),
    ("/// An A.\npackage struct A {}", 0),
    ("/// An A.\n@frozen\npackage indirect enum A {}", 0),
    ("  package func f() {}", 1),
    ("  package static func < (a: A, b: A) -> Bool { a.b < b.b }", 0),
    ("  package var a: Int { 1 }\n  func f() {}", 0),
    ("struct A {}", 0),
  ])
  func offencesAreFound(text: String, count: Int) {
    #expect(offences(Repository.File(path: "Sources/Facts/A.swift", text: text)).count == count)
  }

  /// Operators, and the functions that a protocol of the standard library asks for, are documented there.
  private func offences(_ file: Repository.File) -> [(text: String, isNested: Bool)] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    let code = file.code.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [(text: String, isNested: Bool)] = []
    for (index, line) in code.enumerated() where line.contains("package ") {
      let pattern =
        /^\s*(?:@\w+(?:\([^)]*\))? +)*package +(?:(?:static|final|mutating|borrowing|consuming|indirect) +)*(?:struct|enum|protocol|class|actor|typealias|func) +(\w+)/
      guard let match = line.firstMatch(of: pattern), !["hash", "encode", "next"].contains(match.1) else { continue }
      var above = index - 1
      while above >= 0, lines[above].contains(/^\s*@\w+/) { above -= 1 }
      if above < 0 || !lines[above].contains(/^\s*(?:\/\/\/|\*\/)/) {
        found.append(("\(file.path):\(index + 1): \(match.1)", line.hasPrefix(" ") && !line.contains("func ")))
      }
    }
    return found
  }
}

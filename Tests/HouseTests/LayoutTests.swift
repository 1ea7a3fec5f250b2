import Testing

/// What stands where.
@Suite struct LayoutTests {
  @Test func theTopFolderHoldsOnlyWhatItIsKnownFor() {
    let known: Set = [
      "Package.swift", "Sources", "Tests", "Content", "Templates", "Public", "Makefile", "README.md", "LICENSE", "CHANGELOG.md",
      "CONTRIBUTING.md",
      ".gitignore", ".ci", ".swift-format", ".editorconfig",
    ]
    // What is never committed: see .gitignore.
    let ours = Repository.entries().filter { name in
      !([".git", "Package.resolved", ".DS_Store", ".swiftpm", ".vscode"].contains(name) || name.hasPrefix(".build") || name.hasSuffix("~"))
    }
    #expect(Set(ours).subtracting(known).sorted() == [])
    #expect(ours.contains("Package.swift"))
  }

  @Test func noFileIsADrawer() {
    let drawers = Set(["Utilities", "Utility", "Utils", "Util", "Helpers", "Helper", "Extensions", "Common", "Misc", "Shared"])
    let found = (Repository.sources + Repository.tests).filter { file in
      drawers.contains { file.stem == $0 || file.stem.hasSuffix("+\($0)") } || file.stem.contains(/(?:Utilities|Utils|Helpers|Extensions)$/)
    }
    #expect(found.map(\.path) == [])
  }

  @Test func noTypeBearsItsModulesName() {
    let found = Repository.sources.filter { file in
      file.code.matches(of: /\b(?:struct|enum|class|actor|protocol|typealias) +(\w+)/).contains { String($0.1) == file.room }
    }
    #expect(found.map(\.path) == [])
  }

  /// Sizes are printed, not failed: a limit breeds bad splits.
  @Test func sizesAreKnown() {
    let sizes = Repository.sources.map { (path: $0.path, lines: $0.text.utf8.count { $0 == UInt8(ascii: "\n") }) }.sorted {
      $0.lines > $1.lines
    }
    let sorted = sizes.map(\.lines).sorted()
    guard let median = sorted.dropFirst(sorted.count / 2).first else { return }
    print("\(sizes.count) files in Sources, \(sorted.reduce(0, +)) lines, median \(median)")
    for size in sizes where size.lines > 250 { print("  \(size.lines) lines: \(size.path)") }
  }
}

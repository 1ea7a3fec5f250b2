import Testing

/// Arrows go down only, and each foreign thing stands behind its own gate.
@Suite struct ImportTests {
  /// What each room may import of ours, as `Package.swift` draws it.
  static let arrows: [String: Set<String>] = [
    "Diagnostics": [],
    "EDTF": [],
    "Packing": [],
    "Markdown": ["CCMark", "Diagnostics"],
    "YAML": ["Diagnostics"],
    "Templates": ["Diagnostics"],
    "Workspace": ["CSHA256", "Diagnostics"],
    "Cards": ["Packing"],
    "Facts": ["Diagnostics", "EDTF", "YAML"],
    "Briefing": ["Cards", "Diagnostics", "EDTF", "Facts", "Markdown", "Templates", "YAML"],
    "Editing": ["Briefing", "Diagnostics", "EDTF", "Facts", "Markdown", "YAML"],
    "Publishing": ["Briefing", "Diagnostics", "EDTF", "Markdown", "Packing", "Workspace"],
    "Import": ["Diagnostics", "EDTF", "Facts"],
    "LanguageServer": ["Briefing", "Diagnostics", "Editing", "Facts"],
    "Preview": ["Diagnostics"],
    "LinkCheck": ["Diagnostics"],
    "brief": [
      "Briefing", "Diagnostics", "EDTF", "Editing", "Facts", "Import", "LanguageServer", "Markdown", "Publishing", "Templates",
      "Workspace",
      "YAML",
    ],
    "brief-preview": ["Briefing", "Diagnostics", "EDTF", "Facts", "LinkCheck", "Preview", "Publishing", "Workspace"],
    "bench": ["CCMark", "Workspace"],
  ]

  /// Foreign code that the package draws itself.
  static let ground: Set<String> = ["CCMark", "CSHA256"]

  /// Where each foreign module may be imported: the beginnings of paths.
  static let gates: [String: [String]] = [
    "CCMark": ["Sources/Markdown/CMark/", "Sources/bench/"],
    "CSHA256": ["Sources/Workspace/SystemCalls/"],
    "Yams": ["Sources/YAML/"],
    "ArgumentParser": ["Sources/brief/", "Sources/brief-preview/"],
    "FlyingSocks": ["Sources/Preview/Serving/"],
    "Dispatch": ["Sources/Preview/Watching/"],
    "CoreServices": ["Sources/Preview/Watching/"],
    "SystemPackage": ["Sources/Workspace/"],
    "Glibc": ["Sources/Workspace/", "Sources/Preview/", "Sources/brief/", "Sources/bench/"],
    "Musl": ["Sources/Workspace/", "Sources/Preview/", "Sources/brief/", "Sources/bench/"],
    "Darwin": ["Sources/Workspace/", "Sources/Preview/", "Sources/brief/", "Sources/bench/"],
    "Synchronization": ["Sources/"],
  ]

  /// Files that need Foundation or FoundationEssentials, each with the reason.
  static let foundation: [String: String] = [
    "Sources/Preview/Serving/Connection.swift": "FlyingSocks writes Data",
    "Sources/LinkCheck/LinkClient.swift": "Process runs curl",
  ]

  @Test func followTheArrows() {
    #expect(Repository.sources.flatMap(offences) == [])
    #expect(!Repository.sources.isEmpty)
  }

  @Test func areDrawnInThePackageAsHere() {
    let package = Repository.text("Package.swift")
    for (name, allowed) in Self.arrows where !["brief", "brief-preview", "bench"].contains(name) {
      let line = package.split(separator: "\n").first { $0.contains("room(\"\(name)\"") }
      let named = line.map { $0.matches(of: /"(\w+)"/).map { String($0.1) } } ?? []
      #expect(Set(named) == allowed.union([name]), "Package.swift and this test differ about \(name)")
    }
  }

  @Test func everyRoomIsKnown() {
    let rooms = Set(Repository.entries(of: "Sources")).subtracting(Self.ground)
    #expect(rooms.subtracting(Self.arrows.keys) == [])
  }

  @Test func everyReasonForFoundationIsStillOne() {
    for path in Self.foundation.keys {
      #expect(Repository.sources.contains { $0.path == path && !Self.imports($0.code).isDisjoint(with: Self.foundations) }, "\(path)")
    }
  }

  @Test(arguments: [
    ("Sources/Facts/A.swift", "package import Briefing", ["Sources/Facts/A.swift imports Briefing"]),
    ("Sources/Facts/A.swift", "import YAML\ninternal import Diagnostics", []),
    ("Sources/Markdown/A.swift", "internal import CCMark", ["Sources/Markdown/A.swift imports CCMark"]),
    ("Sources/Markdown/CMark/A.swift", "internal import CCMark", []),
    ("Sources/YAML/A.swift", "@preconcurrency import struct Yams.Node", []),
    ("Sources/YAML/A.swift", "import Foundation", ["Sources/YAML/A.swift imports Foundation"]),
    ("Sources/Facts/A.swift", "import Yams // import Foundation", ["Sources/Facts/A.swift imports Yams"]),
  ])
  func offencesAreFound(path: String, text: String, found: [String]) {
    #expect(offences(Repository.File(path: path, text: text)) == found)
  }

  private static let foundations: Set<String> = ["Foundation", "FoundationEssentials", "FoundationNetworking"]

  private static func imports(_ code: String) -> Set<String> {
    let pattern =
      /^[ \t]*(?:@\w+ +)*(?:package +|internal +|public +|private +|fileprivate +)?import +(?:(?:struct|class|enum|protocol|func|var|let|typealias) +)?(\w+)/
    return Set(code.split(separator: "\n").filter { $0.contains("import ") }.compactMap { $0.firstMatch(of: pattern).map { String($0.1) } })
  }

  private func offences(_ file: Repository.File) -> [String] {
    let ours = Set(Self.arrows.keys).union(Self.ground)
    return Self.imports(file.code).sorted().filter { name in
      if ours.contains(name), Self.arrows[file.room]?.contains(name) != true { return true }
      if Self.foundations.contains(name) { return Self.foundation[file.path] == nil }
      if let gates = Self.gates[name] { return !gates.contains { file.path.hasPrefix($0) } }
      return !ours.contains(name)
    }.map { "\(file.path) imports \($0)" }
  }
}

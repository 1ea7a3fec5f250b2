import Testing

/// Every diagnostic has its entry in its room's catalogue, and every code is one of its own.
@Suite struct CatalogueTests {
  private struct Entry {
    let room: String
    let name: String
    let path: String
  }

  private static let entries: [Entry] = Repository.sources.filter { $0.room != "Diagnostics" }.flatMap { file in
    blocks(file.code).joined(separator: "\n").matches(of: /static let (\w+)/).map {
      Entry(room: file.room, name: String($0.1), path: file.path)
    }
  }

  /// The extensions of `DiagnosticKind` in a text.
  private static func blocks(_ text: String) -> [Substring] {
    text.matches(of: /\nextension DiagnosticKind \{\n(?s:.*?)\n\}/).map(\.output)
  }

  @Test func listsAllThatARoomCanSay() {
    for (room, entries) in Dictionary(grouping: Self.entries, by: \.room).sorted(by: { $0.key < $1.key }) {
      let listed = Self.listed(in: room)
      let declared = Set(entries.map(\.name))
      #expect(declared.subtracting(listed).sorted() == [], "declared in \(room), but not in its catalogue")
      #expect(Set(listed).subtracting(declared).sorted() == [], "in the catalogue of \(room), but declared nowhere")
      #expect(Set(listed).count == listed.count, "\(room) lists an entry twice")
    }
  }

  @Test func kindsAreMadeOnlyInExtensionsOfTheirType() {
    for file in Repository.sources where file.room != "Diagnostics" && file.code.contains("DiagnosticKind(") {
      let within = Self.blocks(file.code).joined(separator: "\n").matches(of: /DiagnosticKind\(/).count
      #expect(file.code.matches(of: /DiagnosticKind\(/).count == within, "\(file.path) makes a kind outside `extension DiagnosticKind`")
    }
  }

  @Test func codesAreWellFormedAndUnique() {
    var seen: [String: String] = [:]
    for file in Repository.sources where file.room != "Diagnostics" {
      for match in Self.blocks(file.text).joined(separator: "\n").matches(of: /static let \w+ = \w+\(\s*"([^"]*)"/) {
        // A room with a function that makes its kinds may leave its own name to it.
        let code = match.1.contains(".") ? String(match.1) : file.room.lowercased() + "." + match.1
        #expect(code.wholeMatch(of: /[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*/) != nil, "\(file.path): \(code)")
        #expect(seen[code] == nil, "\(code) stands in \(file.path) and in \(seen[code] ?? "")")
        seen[code] = file.path
      }
    }
    #expect(seen.count == Self.entries.count, "a code does not stand where its kind is declared")
  }

  /// The names in `<Room>Catalogue.all`, in their order.
  private static func listed(in room: String) -> [String] {
    let catalogues = Repository.sources.filter { $0.room == room && $0.code.contains("enum \(room)Catalogue") }
    return catalogues.flatMap { file in
      guard let start = file.code.firstRange(of: "static let all"), let end = file.code[start.upperBound...].firstRange(of: "\n  ]") else {
        return file.code.matches(of: /\.(\w+)/).map { String($0.1) }
      }
      return file.code[start.upperBound..<end.lowerBound].matches(of: /\.(\w+)/).map { String($0.1) }
    }
  }
}

import Diagnostics
import Facts
import TestKit

@testable import Editing

/// A project of a few files, as texts.
struct EditFixture {
  let files: [SourceFile]

  init(_ texts: [String: String]) {
    files = texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.enumerated().map {
      SourceFile(id: FileID($0.offset), path: $0.element.key, text: $0.element.value)
    }
  }

  /// One file of claims.
  init(claims: String) {
    self.init(["Content/facts/claims.yml": claims])
  }

  /// The texts of the files that an edit changes, by their paths afterwards.
  func after(_ edits: EditSet) -> [String: String] {
    Dictionary(edits.changes(of: files).map { ($0.path, String(decoding: $0.new, as: UTF8.self)) }) { first, _ in first }
  }

  /// The codes and places of a refusal, `line:column code`.
  func places(_ refusal: EditRefusal) -> [String] {
    refusal.log.sorted.map { diagnostic in
      guard let span = diagnostic.primary?.span else { return diagnostic.code }
      let position = files[Int(span.file.number)].position(at: span.start)
      return "\(position.line):\(position.column) \(diagnostic.code)"
    }
  }
}

extension Result where Failure == EditRefusal {
  /// The refusal, if it is one.
  var refusal: EditRefusal? {
    if case .failure(let refusal) = self { refusal } else { nil }
  }
}

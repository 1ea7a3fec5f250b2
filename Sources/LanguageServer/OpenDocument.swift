import Diagnostics

/// A text that is open in the editor: it counts instead of the file on the disk.
struct OpenDocument: Sendable {
  /// As the editor writes it.
  let address: String
  private(set) var file: SourceFile
  private(set) var version: Int?

  init(address: String, path: String, text: String, version: Int?) {
    self.address = address
    file = SourceFile(path: path, text: text)
    self.version = version
  }

  /// Makes the changes of `textDocument/didChange`, one after another; each is a whole text, or a part and what stands there now.
  ///
  /// - Returns: False where a change is no such thing: what was made until then stays.
  mutating func change(_ changes: [JSONNode], version: Int?, in unit: ColumnUnit) -> Bool {
    self.version = version
    for change in changes {
      guard let text = change["text"]?.text else { return false }
      guard let range = change["range"], !range.isNull else {
        file = SourceFile(path: file.path, text: text)
        continue
      }
      guard let start = EditorPosition(range["start"]), let end = EditorPosition(range["end"]) else { return false }
      let from = file.offset(of: start, in: unit)
      let to = max(from, file.offset(of: end, in: unit))
      var bytes: [UInt8] = []
      bytes.reserveCapacity(file.bytes.count + text.utf8.count)
      bytes += file.bytes[..<from]
      bytes += text.utf8
      bytes += file.bytes[to...]
      file = SourceFile(id: file.id, path: file.path, bytes: bytes)
    }
    return true
  }
}

extension EditorPosition {
  init?(_ node: JSONNode?) {
    guard let line = node?["line"]?.integer, let column = node?["character"]?.integer else { return nil }
    self.init(line: line, column: column)
  }

  var json: JSONValue {
    .members(["line": .integer(line), "character": .integer(column)])
  }
}

extension SourceFile {
  /// A span as a range of the protocol.
  func range(_ span: SourceSpan, in unit: ColumnUnit) -> JSONValue {
    range(span.range, in: unit)
  }

  /// A range of bytes as a range of the protocol.
  func range(_ bytes: Range<Int>, in unit: ColumnUnit) -> JSONValue {
    .members([
      "start": editorPosition(at: bytes.lowerBound, in: unit).json, "end": editorPosition(at: bytes.upperBound, in: unit).json,
    ])
  }
}

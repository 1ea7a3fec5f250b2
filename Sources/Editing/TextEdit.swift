package import Diagnostics

/// A change of one file's text: what stands in a span is replaced. An empty span is a place where something is put in.
package struct TextEdit: Sendable, Hashable {
  package let span: SourceSpan
  package let text: String

  package init(_ span: SourceSpan, _ text: String) {
    self.span = span
    self.text = text
  }
}

extension TextEdit: Comparable {
  package static func < (left: TextEdit, right: TextEdit) -> Bool {
    (left.span, left.text) < (right.span, right.text)
  }
}

extension [TextEdit] {
  /// The bytes of a file after its edits; those of other files are passed over. Two edits never overlap.
  package func applied(to file: SourceFile) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in sorted() where edit.span.file == file.id {
      precondition(edit.span.start >= position && edit.span.end <= file.bytes.count, "two edits overlap")
      result += file.bytes[position..<edit.span.start]
      result += edit.text.utf8
      position = edit.span.end
    }
    return result + file.bytes[position...]
  }
}

import Diagnostics

/// What the editor may do about problems: the replacements that they carry.
struct CodeActions {
  let session: Session
  /// What was said last of the project's files.
  let found: [Diagnostic]
  let file: SourceFile

  /// The actions for what is wrong within a range.
  func answer(_ params: JSONNode?) -> JSONValue {
    guard let start = EditorPosition(params?["range"]?["start"]), let end = EditorPosition(params?["range"]?["end"]) else {
      return .array([])
    }
    let (first, last) = (file.offset(of: start, in: session.unit), file.offset(of: end, in: session.unit))
    let wanted = params?["context"]?["only"]?.list?.compactMap(\.text)
    guard wanted?.contains(where: { "quickfix".hasPrefix($0) }) ?? true else { return .array([]) }
    return .array(
      found.compactMap { diagnostic in
        guard let mending = diagnostic.mending, mending.span.file == file.id, mending.fits(file),
          mending.span.start <= max(first, last), first <= mending.span.end
        else { return nil }
        let edit = JSONValue.members(["range": file.range(mending.span, in: session.unit), "newText": .string(mending.right)])
        return .members([
          "title": .string(mending.title), "kind": "quickfix", "isPreferred": true,
          "edit": .members(["changes": .members([session.address(file.path): .array([edit])])]),
        ])
      })
  }
}

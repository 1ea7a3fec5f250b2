import Briefing
import Diagnostics
import Facts

/// Where the record that is named at a place stands, where else it is named, and its renaming.
struct MentionAnswers {
  let session: Session
  let briefing: BriefingAtHand
  let index: MentionIndex
  let file: SourceFile
  /// What is named at the place, if anything is.
  let mention: Mention?

  /// - Parameter method: `textDocument/definition`, `references`, `prepareRename` or `rename`.
  func answer(_ method: String, _ params: JSONNode?) throws(RequestFault) -> JSONValue {
    switch method {
    case "textDocument/definition":
      guard let mention else { return .null }
      return .array(index.definitions(of: mention.key, in: briefing.files).map { session.location($0.file, $0.span) })
    case "textDocument/references":
      guard let mention else { return .null }
      let all = params?["context"]?["includeDeclaration"]?.flag ?? false
      return .array(index.mentions(of: mention.key, definitions: all).map { session.location($0.file, $0.mention.span) })
    case "textDocument/prepareRename":
      guard let mention, file.text(mention.span) == mention.key.id else { return .null }
      return .members(["range": file.range(mention.span, in: session.unit), "placeholder": .string(mention.key.id)])
    default:
      guard let newID = params?["newName"]?.text else { throw RequestFault(.invalidParams, "no new name is given") }
      guard let mention else { throw RequestFault(.requestFailed, "no record is named here") }
      return try Renaming(files: briefing.files.filter { !briefing.input.skipped.contains($0.id) }, session: session)
        .answer(mention.key, to: newID)
    }
  }
}

import Diagnostics
import Editing
import Facts

/// A record's new id as edits for the editor to make.
struct Renaming {
  let files: [SourceFile]
  let session: Session

  /// The answer to `textDocument/rename`.
  ///
  /// - Throws: Where `brief rename` would refuse, with the same words.
  func answer(_ key: FactKey, to newID: String) throws(RequestFault) -> JSONValue {
    let set: EditSet
    do throws(EditRefusal) {
      set = try Rename(key, to: newID).edits(in: files)
    } catch {
      throw RequestFault(.requestFailed, words(error))
    }
    guard set.moves.isEmpty || session.canRenameFiles && session.canChangeDocuments else {
      let names = set.moves.map { "`\($0.from)`" }.joined(separator: ", ")
      throw RequestFault(
        .requestFailed, "\(names) would get another name, which this editor cannot do for a server; run `brief rename \(key.text) \(newID)`"
      )
    }
    let sources = SourceFiles(files)
    var byFile: [(file: SourceFile, edits: [JSONValue])] = []
    for edit in set.edits {
      guard let file = sources[edit.span.file] else { continue }
      let json = JSONValue.members(["range": file.range(edit.span, in: session.unit), "newText": .string(edit.text)])
      if byFile.last?.file.id == file.id {
        byFile[byFile.count - 1].edits.append(json)
      } else {
        byFile.append((file, [json]))
      }
    }
    guard session.canChangeDocuments else {
      return .members(["changes": .object(byFile.map { .init(session.address($0.file.path), .array($0.edits)) })])
    }
    let changes = byFile.map { file, edits in
      JSONValue.members([
        "textDocument": .members([
          "uri": .string(session.address(file.path)), "version": session.open[file.path]?.version.map(JSONValue.integer) ?? .null,
        ]), "edits": .array(edits),
      ])
    }
    let moves = set.moves.map { move in
      JSONValue.members([
        "kind": "rename", "oldUri": .string(session.address(move.from)), "newUri": .string(session.address(move.to)),
      ])
    }
    return .members(["documentChanges": .array(changes + moves)])
  }

  /// The refusal with the first place that explains it.
  private func words(_ refusal: EditRefusal) -> String {
    var lines = [refusal.message]
    if let first = refusal.log.sorted.first {
      let place = first.primary.flatMap { label in SourceFiles(files)[label.span.file].map { ($0, label) } }
      lines.append((place.map { "\($0.path):\($0.line(at: $1.span.start)): " } ?? "") + first.message)
    }
    return (lines + refusal.help).joined(separator: "\n")
  }
}

import Editing
import Facts
import Workspace

/// Asks on a terminal for what is missing, a line each, until all of it is there.
struct Interview {
  let session: EditSession

  /// - Throws: The status of wrong usage, where no more answers come.
  func complete(_ record: inout NewRecord) throws {
    var asked: [String: Int] = [:]
    while let missing = record.missing.first {
      // An answer that changes nothing is no answer.
      guard asked[missing.path, default: 0] < 5 else { return }
      asked[missing.path, default: 0] += 1
      let hint = FieldHint(session.files).text(for: missing.shape)
      guard let answer = Terminal.ask("\(missing.path): \(missing.meaning)\(hint)\n> ") else { return }
      guard !answer.isEmpty else { continue }
      if let trouble = FieldHint(session.files).trouble(with: answer, for: missing.shape) {
        Terminal.say(trouble + "\n")
        continue
      }
      do throws(EditRefusal) {
        try record.set(missing.path, to: answer)
        asked = [:]
      } catch {
        throw error.end(session.files)
      }
    }
  }
}

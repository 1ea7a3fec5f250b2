import ArgumentParser
import Diagnostics
import Editing
import Workspace

struct FmtCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Put files of facts, and briefing.yml, into canonical order and layout.",
    discussion: """
      Fields stand in the order of their kind, events in the order of their days, everything indented by two spaces, a blank line between \
      records. Comments go with the record or field above which they stand; a comment between blank lines is a \
      heading, and no record crosses it. No value changes. A file with errors is refused with its report, and nothing is written.

      EXAMPLES
        brief fmt                                   all files of facts, and Content/briefing.yml
        brief fmt Content/facts/claims/russia.yml   one of them
        brief fmt --check                           write nothing; status 1 if a file is not in order, for an automatic check
        brief fmt --dry-run                         show what would change
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var edit: EditOptions

  @Flag(help: "Write nothing, and end with status 1 if a file is not in order.")
  var check = false

  @Argument(
    help: ArgumentHelp(
      "Files of facts or Content/briefing.yml, as paths from the project's folder; all if none is named.", valueName: "file"))
  var paths: [String] = []

  func run() async throws {
    let session = try await EditSession(options, dryRun: edit.dryRun)
    let facts = session.files.filter { FactFormat.lays(out: $0.path) }
    let chosen =
      paths.isEmpty
      ? facts
      : try paths.map { path in
        let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        guard let file = facts.first(where: { $0.path == plain }) else {
          throw ValidationError(
            "`\(path)` is no file of facts of this project: name one such as \(facts.first?.path ?? "Content/facts/claims.yml").")
        }
        return file
      }
    var edits: [TextEdit] = []
    var refused: ExitStatus?
    for file in chosen {
      do throws(EditRefusal) {
        if let edit = try FactFormat.edit(of: file) { edits.append(edit) }
      } catch {
        refused = error.end(session.files)
      }
    }
    if let refused { throw refused }
    let set = EditSet(edits: edits)
    if check, !edit.dryRun {
      for change in set.changes(of: session.files) { Terminal.print(change.path + "\n") }
      if !set.isEmpty {
        Terminal.say("\(edits.count) of \(chosen.count) files are not in order: `brief fmt` puts them so.\n")
        throw ExitStatus.content
      }
      return
    }
    for path in try await session.carryOut(set) where !edit.dryRun { Terminal.print(path + "\n") }
    if check, !set.isEmpty { throw ExitStatus.content }
  }
}

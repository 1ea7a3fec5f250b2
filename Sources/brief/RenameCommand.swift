import ArgumentParser
import Editing
import Facts

struct RenameCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename", abstract: "Give a record another id, everywhere.",
    discussion: """
      Its own key, references of other records and of briefing.yml, links in prose and in fields, blocks within prose, and the page that \
      bears its id. Nothing else is touched, and nothing is written unless the whole still holds together. Editions keep the old id: they \
      say what was published.

      EXAMPLES
        brief rename claim:envoy-offer harbour-offer
        brief rename source:paper gazette-0817 --dry-run
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var edit: EditOptions

  @Argument(help: ArgumentHelp("The record: its kind, a colon and its id.", valueName: "kind:old"))
  var record: String

  @Argument(help: ArgumentHelp("The new id.", valueName: "new"))
  var newID: String

  func run() async throws {
    guard let colon = record.firstIndex(of: ":"), let kind = FactKind(word: String(record[..<colon])) else {
      throw ValidationError("`\(record)` names no record: write its kind, a colon and its id, such as `claim:some-id`.")
    }
    let key = FactKey(kind, String(record[record.index(after: colon)...]))
    // `claim:new` is taken for what it means.
    let wanted = newID.hasPrefix(kind.singular + ":") ? String(newID.dropFirst(kind.singular.count + 1)) : newID
    let session = try await EditSession(options, dryRun: edit.dryRun)
    let edits = try session.edits { files throws(EditRefusal) in try Rename(key, to: wanted).edits(in: files) }
    let paths = try await session.carryOut(edits, renamed: (key.id, wanted))
    guard !edit.dryRun else { return }
    let places = "\(edits.edits.count) \(edits.edits.count == 1 ? "place" : "places")"
    Terminal.print("\(key.text) is \(FactKey(kind, wanted).text) now: \(places) in " + paths.joined(separator: ", ") + "\n")
  }
}

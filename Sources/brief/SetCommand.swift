import ArgumentParser
import EDTF
import Editing
import Facts

struct SetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a field of a record, or add to its status history.",
    discussion: """
      One field changes, and every comment stays. A list takes several values; a list of records (status, responses, evidence, sightings, \
      relations) is only ever added to: the value is the new item's first field, its other fields are options of the same names. Nothing is \
      written unless the whole still holds together.

      EXAMPLES
        brief set claim envoy-offer status disputed --why "The council denies it." --source gazette-0819
        brief set claim envoy-offer status outdated --why "Overtaken by [the vote](event:vote)." --on 2025-09-02
        brief set claim envoy-offer responses council --stance denies --date 2025-08-19 --source gazette-0819
        brief set claim envoy-offer topics harbour fees
        brief set claim envoy-offer quote.language uk
        brief set source gazette-0819 archive_url https://web.archive.org/...
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var edit: EditOptions

  @Option(help: ArgumentHelp("From which day a status holds; today if not given.", valueName: "date"))
  var on: String?

  @Argument(help: ArgumentHelp("A kind: claim, event, source, actor, topic, position, question, term, correction.", valueName: "kind"))
  var kind: String

  @Argument(help: ArgumentHelp("The record's id.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The field; `quote.text` for one within another.", valueName: "field"))
  var field: String

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The value, or several for a list; for an item, --FIELD VALUE.", valueName: "value"))
  var values: [String] = []

  func run() async throws {
    guard let factKind = FactKind(word: kind) else { throw ValidationError.unknownKind(kind) }
    let words = try CommandWords(values)
    let session = try await EditSession(options, dryRun: edit.dryRun)
    let key = FactKey(factKind, id)
    let edits = try session.edits { files throws(EditRefusal) in
      try SetField(key, field, values: words.values, details: words.options, on: on, today: options.day.text).edits(in: files)
    }
    let paths = try await session.carryOut(edits)
    if !edit.dryRun { Terminal.print("\(key.text): \(field) is set in " + paths.joined(separator: ", ") + "\n") }
  }
}

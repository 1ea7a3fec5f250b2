import ArgumentParser
import EDTF
import Editing
import Facts

struct SetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a field of a record or of the briefing, or add to a status history.",
    discussion: """
      One field changes, and every comment stays. A list takes several values; a list of records (status, responses, evidence, sightings, \
      relations) is only ever added to: the value is the new item's first field, its other fields are options of the same names. Nothing is \
      written unless the whole still holds together. `briefing` stands for Content/briefing.yml, and needs no id.

      EXAMPLES
        brief set claim envoy-offer status disputed --why "The council denies it." --source gazette-0819
        brief set claim envoy-offer status outdated --why "Overtaken by [the vote](event:vote)." --on 2025-09-02
        brief set claim envoy-offer responses council --stance denies --date 2025-08-19 --source gazette-0819
        brief set claim envoy-offer topics harbour fees
        brief set claim envoy-offer quote.language uk
        brief set source gazette-0819 archive_url https://web.archive.org/...
        brief set briefing as_of 2025-09-12
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var edit: EditOptions

  @Option(help: ArgumentHelp("From which day a status holds; today if not given.", valueName: "date"))
  var on: String?

  @Argument(
    help: ArgumentHelp("A kind: claim, event, source, actor, topic, position, question, term, correction; or briefing.", valueName: "kind"))
  var kind: String

  @Argument(help: ArgumentHelp("The record's id; of the briefing, the field.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The field; `quote.text` for one within another. Of the briefing, the value.", valueName: "field"))
  var field: String

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The value, or several for a list; for an item, --FIELD VALUE.", valueName: "value"))
  var values: [String] = []

  func run() async throws {
    let factKind = FactKind(word: kind)
    guard factKind != nil || kind == "briefing" else { throw ValidationError.unknownKind(kind) }
    let key = factKind.map { FactKey($0, id) }
    let name = key == nil ? id : field
    let words = try CommandWords(key == nil ? [field] + values : values)
    let session = try await EditSession(options, dryRun: edit.dryRun)
    let edits = try session.edits { files throws(EditRefusal) in
      try SetField(key, name, values: words.values, details: words.options, on: on, today: options.day.text).edits(in: files)
    }
    let paths = try await session.carryOut(edits)
    if !edit.dryRun { Terminal.print("\(key?.text ?? kind): \(name) is set in " + paths.joined(separator: ", ") + "\n") }
  }
}

import ArgumentParser
import EDTF
import Editing
import Facts
import Workspace

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a new record, or a new page.",
    discussion: """
      Every field of the kind is an option of its name; `brief new claim --fields` lists them. What is missing is asked for on a terminal and \
      said elsewhere. Ids of a list are joined by commas; a list that is named again gets a further item; `--quote.text` is a field within \
      another; what begins with [ or { is read as YAML. The id is made from the title unless `--id` gives one. The record goes into the \
      file of its like, by its day, and is written only if the whole still holds together.

      EXAMPLES
        brief new claim
        brief new claim "The council agreed to open the harbour." --kind concession --claimant envoy --attributed-to council \\
          --wording paraphrased --date 2025-08-17 --source harbour-gazette-0817 --why "Only the envoy has said it."
        brief new event "The council meets" --date 2025-08-15 --topics harbour,fees --source '{source: gazette, locator: page 3}'
        brief new source "A first report" --publisher "The Desk" --url https://example.org/report --kind report
        brief new position --actor council --topic harbour --date 2025-08 --summary "Open it for a fee."
        brief new page "How it was made" --id method
      """)

  @OptionGroup var options: ProjectOptions
  @OptionGroup var edit: EditOptions

  @Option(help: ArgumentHelp("The id, or a page's file name; made from the title if not given.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("The file to write to, such as `more` for Content/facts/claims/more.yml.", valueName: "name"))
  var file: String?

  @Flag(help: "Leave out the comments that name further fields.")
  var bare = false

  @Flag(help: "List the fields of the kind, and write nothing.")
  var fields = false

  @Argument(
    help: ArgumentHelp("claim, event, source, actor, topic, position, question, term, correction or page.", valueName: "kind"))
  var kind: String

  @Argument(
    parsing: .allUnrecognized, help: ArgumentHelp("The title, and fields as --FIELD VALUE or --set FIELD=VALUE.", valueName: "title"))
  var words: [String] = []

  func run() async throws {
    let given = try CommandWords(words)
    guard given.values.count <= 1 else {
      throw ValidationError("One title is expected, and \(given.values.count) are given: put it in quotes.")
    }
    if kind == "page" { return try await writePage(given) }
    guard let factKind = FactKind(word: kind) else { throw ValidationError.unknownKind(kind, also: ["page"]) }
    if fields { return Terminal.print(FieldList.text(factKind.fields)) }
    let session = try await EditSession(options, dryRun: edit.dryRun)
    var record = try session.refusing { () throws(EditRefusal) in
      try NewRecord(factKind, title: given.values.first, options: given.options, today: options.day.text)
    }
    if Terminal.canAsk, record.refusal != nil { try Interview(session: session).complete(&record) }
    if let refusal = record.refusal { throw refusal.end(session.files) }
    guard let id = id ?? record.proposedID else {
      throw EditRefusal(.request, "no id can be made of what is given", help: ["give one with `--id`"]).end(session.files)
    }
    let edits = try session.edits { [record] files throws(EditRefusal) in try record.edits(in: files, id: id, file: file, isBare: bare) }
    let paths = try await session.carryOut(edits)
    if !edit.dryRun { Terminal.print("\(FactKey(factKind, id).text) is in " + paths.joined(separator: ", ") + "\n") }
  }

  private func writePage(_ given: CommandWords) async throws {
    if fields { return Terminal.print(FieldList.text(NewPage.fields)) }
    let session = try await EditSession(options, dryRun: edit.dryRun)
    var page = try session.refusing { () throws(EditRefusal) in
      try NewPage(title: given.values.first, name: id, options: given.options)
    }
    if page.title == nil, Terminal.canAsk, let title = Terminal.ask("title (the page's title): ") {
      page = try session.refusing { () throws(EditRefusal) in try NewPage(title: title, name: id, options: given.options) }
    }
    let edits = try session.edits { [page] files throws(EditRefusal) in try page.edits(in: files, isBare: bare) }
    let paths = try await session.carryOut(edits)
    if !edit.dryRun { Terminal.print("The page is " + paths.joined(separator: ", ") + "\n") }
  }
}

/// The fields of a kind, as `--fields` lists them.
enum FieldList {
  static func text(_ fields: [FieldDeclaration]) -> String {
    let width = (fields.map(\.name.count).max() ?? 0) + 3
    return fields.map { field in
      let name = field.name + (field.isRequired ? "*" : "")
      return name + String(repeating: " ", count: width - name.count) + MissingFields.words(field.meaning, field.shape) + "\n"
    }.joined() + "\n* required\n"
  }
}

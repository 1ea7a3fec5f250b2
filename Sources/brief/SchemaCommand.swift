import ArgumentParser
import Briefing
import Diagnostics
import Facts
import Publishing
import Workspace

struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Write JSON Schemas of the facts for editors into Content/.schema.",
    discussion: """
      One for each kind of facts, one for briefing.yml and one for front matter, with the ids at hand: write them anew when records come or \
      go. A file takes its schema by its first line:

        # yaml-language-server: $schema=../.schema/claims.json

      What is wrong in the content is left to `brief check`.
      """)

  @OptionGroup var options: ProjectOptions

  func run() async throws {
    var log = DiagnosticLog()
    let tree = try await SourceTree.read(project: options.project, jobs: options.workers, log: &log)
    let briefing = await BriefingAtHand(
      Build.Input(tree, today: options.day, jobs: options.workers))
    let schema = JSONSchema(briefing.names)
    var files = FactKind.allCases.map { (name: $0.rawValue, schema: schema.file(of: $0)) }
    files.append(("briefing", schema.file(of: BriefingSettings.table.declaration)))
    files.append(("page", schema.file(of: PageHead.table.declaration)))
    let folder = ProjectFiles(project: options.project)
    var written = 0
    for file in files where try folder.write("Content/.schema/\(file.name).json", file.schema.indented) { written += 1 }
    Terminal.print("Content/.schema: \(files.count) schemas; \(written) files written, \(files.count - written) unchanged\n")
  }
}

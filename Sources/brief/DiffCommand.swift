import ArgumentParser
import Diagnostics
import Facts
import Workspace

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed in the facts, record by record.",
    discussion: """
      Without anything named: from the newest edition to the facts as they are now. With one: from that one to now. With two: from the first \
      to the second. Each is the date of an edition, a git revision (a commit, branch or tag, HEAD~3), or `now`.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(help: ArgumentHelp("The project's folder: the one with Content and Templates.", valueName: "dir"))
  var project = "."

  @Option(help: ArgumentHelp("How to say it: text, one JSON document, or Markdown.", valueName: "format"))
  var format = Format.text

  @Argument(help: ArgumentHelp("The earlier state.", valueName: "from"))
  var from: String?

  @Argument(help: ArgumentHelp("The later state.", valueName: "to"))
  var to: String?

  func run() async throws {
    var log = DiagnosticLog()
    let tree = try await SourceTree.read(project: project, jobs: Surroundings.processors, log: &log)
    let states = FactStates(tree: tree, project: project)
    let old = try states.state(named: from ?? states.newestEdition())
    let new = try states.state(named: to ?? "now")
    let diff = FactDiff(from: old.ledger, to: new.ledger)
    switch format {
    case .text: Terminal.print(DiffWords(diff, from: old.name, to: new.name, style: .text).text)
    case .markdown: Terminal.print(DiffWords(diff, from: old.name, to: new.name, style: .markdown).text)
    case .json: Terminal.print(DiffJSON.text(diff, from: old.name, to: new.name))
    }
  }
}

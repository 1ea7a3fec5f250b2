import ArgumentParser
import Briefing
import Diagnostics
import Workspace

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check content and templates, and write nothing.",
    discussion: "All problems of a run are in one report: errors, warnings and, if asked for, hints, which never fail.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
  }

  @OptionGroup var options: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "How to report: text with excerpts, one JSON document, commands for GitHub Actions, or a SARIF 2.1.0 log.", valueName: "format"))
  var format = Format.text

  @Flag(help: "Show hints as well: what could be better, and never fails.")
  var hints = false

  @Flag(help: "List the warnings that records accept, with the reasons.")
  var accepted = false

  func run() async throws {
    var clock = Timings()
    let project = try await Project(options, clock: &clock)
    let files = SourceFiles(project.tree.files)
    switch format {
    case .text:
      Terminal.say(project.report(hints: hints))
      let hidden = hints ? 0 : project.diagnostics.count { $0.severity == .hint }
      if project.diagnostics.count == hidden { Terminal.print("Nothing is wrong.\n") }
      if hidden > 0 {
        Terminal.say("\(hidden) \(hidden == 1 ? "hint" : "hints"): `brief check --hints` shows \(hidden == 1 ? "it" : "them").\n")
      }
    case .json: Terminal.print(JSONReporter(files: files).report(project.diagnostics))
    case .github: Terminal.print(GitHubReporter(files: files, folder: options.folderPrefix).report(project.diagnostics))
    case .sarif:
      Terminal.print(
        SARIFReporter(files: files, rules: Catalogue.all, version: Generator.version, folder: options.folderPrefix)
          .report(project.diagnostics))
    }
    if accepted {
      let lines = LineReporter(files: files)
      for (diagnostic, why) in project.plan.accepted.sorted(by: { $0.diagnostic < $1.diagnostic }) {
        Terminal.print(lines.report([diagnostic]).split(separator: "\n").first.map(String.init) ?? diagnostic.message)
        Terminal.print("\n  accepted: \(why)\n")
      }
    }
    if project.log.hasErrors { throw ExitStatus.content }
  }
}

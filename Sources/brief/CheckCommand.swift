import ArgumentParser
import Briefing
import Diagnostics
import Publishing
import Workspace

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check content and templates, and write nothing.",
    discussion: "All problems of a run are in one report: errors, warnings and, if asked for, hints, which never fail.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, gitlab, sarif
  }

  @OptionGroup var options: ProjectOptions

  @Option(
    help: ArgumentHelp(
      "How to report: text with excerpts, one JSON document, commands for GitHub Actions, a Code Quality report for GitLab, or a SARIF 2.1.0 log.",
      valueName: "format"))
  var format = Format.text

  @Flag(help: "Show hints as well: what could be better, and never fails.")
  var hints = false

  @Flag(help: "List the warnings that records accept, with the reasons.")
  var accepted = false

  @Flag(help: "Also compare the built site with what the sources come to, byte by byte, and fail if it differs: before it is put anywhere.")
  var published = false

  @Option(help: ArgumentHelp("With --published, the folder of the built site.", valueName: "dir"))
  var output = "Public"

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
    case .gitlab: Terminal.print(CodeQualityReporter(files: files, folder: options.folderPrefix).report(project.diagnostics))
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
    if published { try await compare(project) }
  }

  /// Fails where the built site is not what its sources come to.
  private func compare(_ project: Project) async throws {
    guard let site = project.plan.site, let map = project.plan.map else { throw ExitStatus.content }
    let files = SiteFiles.all(await Build.outputs(site, map), site, project.tree)
    let remarks = Remarks(of: site, project.log)
    let differing = try options.publication(of: project.tree, to: output, remarks: remarks).differences(from: files)
    guard differing.isEmpty else {
      let shown = differing.prefix(20).map { "  \($0)\n" }.joined()
      let more = differing.count > 20 ? "  and \(differing.count - 20) more\n" : ""
      Terminal.say("\(output) is not what its sources come to; build it anew before it is published. It differs in:\n" + shown + more)
      throw ExitStatus.content
    }
    Terminal.say("\(output): all \(files.count) files are what their sources come to\n")
  }
}

import ArgumentParser
import Briefing
import Diagnostics
import Facts
import Markdown
import Workspace

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Check everything and write the site.",
    discussion: """
      Nothing is written while anything is wrong. Files that would not change are not touched; files of an earlier build that are no longer \
      wanted are removed; nothing else ever is.
      """)

  @OptionGroup var options: ProjectOptions

  @Option(help: ArgumentHelp("The folder to write to; a relative one is taken from the project's folder.", valueName: "dir"))
  var output = "Public"

  @Flag(help: "Take over a folder that brief did not make.")
  var adopt = false

  @Flag(help: "Say how long each phase took.")
  var timings = false

  func run() async throws {
    var clock = Timings()
    let project = try await Project(options, clock: &clock)
    Terminal.say(project.report(hints: false))
    guard let site = project.plan.site, let map = project.plan.map, !project.log.hasErrors else { throw ExitStatus.content }
    let pages = await Build.render(site, map, jobs: options.workers)
    clock.lap("render")
    let files = pages.map { OutputFile(path: $0.path, bytes: $0.bytes) } + project.tree.assets.map { OutputFile(copying: $0) }
    let publication = Publication(
      project: options.project, folder: folder,
      header: ManifestHeader(generator: Generator.name, cmark: CMarkVersion.text, sources: project.tree.digest),
      rootPaths: Set(project.tree.assets.filter(\.isRootFile).map(\.outputPath)), adopt: adopt, jobs: options.workers)
    let summary = try await publication.publish(files)
    clock.lap("write")
    if timings { Terminal.say(clock.table) }
    let removed = summary.removed.isEmpty ? "" : ", \(summary.removed.count) removed"
    Terminal.print(
      "\(output): \(map.entries.count) pages; \(summary.written.count) files written, \(summary.kept.count) unchanged\(removed)\n")
  }

  /// Where to write: relative to the project's folder.
  private var folder: String {
    if output.hasPrefix("/") || options.project == "." { return output }
    return options.project.hasSuffix("/") ? options.project + output : options.project + "/" + output
  }
}

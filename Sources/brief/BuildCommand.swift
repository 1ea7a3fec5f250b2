import ArgumentParser
import Briefing
import Diagnostics
import Facts
import Publishing
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

  @Flag(help: "Afterwards build once more from nothing, with another number of tasks, and compare every byte with what was written.")
  var verify = false

  func run() async throws {
    var clock = Timings()
    let sources = try await Project.Sources(options, clock: &clock)
    if !verify, let standing = await options.publication(of: sources.tree, to: output).resting(on: options.day, of: Surroundings.program) {
      clock.lap("compare")
      end(clock, pages: standing.pages, kept: standing.files)
    }
    let project = await Project(sources, options, clock: &clock)
    Terminal.say(project.report(hints: false))
    guard let site = project.plan.site, let map = project.plan.map, !project.log.hasErrors else { throw ExitStatus.content }
    let publication = options.publication(
      of: project.tree, to: output, adopt: adopt, remarks: Remarks(of: site, project.log))
    let files = SiteFiles.all(await Build.outputs(site, map), site, project.tree)
    let summary = try await publication.publish(files)
    publication.vouch(for: Surroundings.program)
    clock.lap("render and write")
    if verify {
      try await check(publication)
      clock.lap("verify")
    }
    end(
      clock, pages: files.count { $0.isPage }, written: summary.written.count, kept: summary.kept.count, removed: summary.removed.count)
  }

  /// Says what was done. The process ends here, rather than give its memory back piece by piece.
  private func end(_ clock: Timings, pages: Int, written: Int = 0, kept: Int, removed: Int = 0) -> Never {
    if timings { Terminal.say(clock.table) }
    let removed = removed == 0 ? "" : ", \(removed) removed"
    Terminal.print("\(output): \(pages) pages; \(written) files written, \(kept) unchanged\(removed)\n")
    Surroundings.exit(ExitStatus.good.rawValue)
  }

  /// Builds again, from reading on, and compares.
  private func check(_ publication: Publication) async throws {
    var options = options
    options.jobs = options.workers == 1 ? 2 : 1
    var clock = Timings()
    let project = try await Project(options, clock: &clock)
    guard let site = project.plan.site, let map = project.plan.map else { throw ExitStatus.content }
    let made = SiteFiles.all(await Build.outputs(site, map), site, project.tree)
    var differing = try publication.differences(from: made)
    if project.tree.digest != publication.header.sources { differing = ["the sources, which changed meanwhile"] }
    guard differing.isEmpty else {
      Terminal.say("a build from nothing differs from what was written in:\n" + differing.map { "  \($0)\n" }.joined())
      throw ExitStatus.world
    }
    Terminal.say("verified: a build from nothing comes to the same bytes in all \(made.count) files\n")
  }
}

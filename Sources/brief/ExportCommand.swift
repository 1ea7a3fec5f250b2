import ArgumentParser
import Briefing
import Diagnostics
import Workspace

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole briefing into one file, to mail or to archive.",
    discussion: """
      The file needs no other and asks for nothing: all pages one after the other, with working links, search and print. Files that pages \
      link to are carried within it, or stand at the site where the briefing has a `base_url`. Other orders of timeline and claims, and \
      the states of editions, are left out.

      It goes to standard output, unless --output names a file. Nothing is written while anything is wrong.
      """)

  @OptionGroup var options: ProjectOptions

  @Flag(help: "Write it as HTML.")
  var html = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; a relative one is taken from the project's folder.", valueName: "file"))
  var output: String?

  func validate() throws {
    if !html { throw ValidationError("Say into what to export: --html is the one kind that there is.") }
    if let output, output.isEmpty || output.hasSuffix("/") { throw ValidationError("--output takes the name of a file.") }
  }

  func run() async throws {
    var clock = Timings()
    let project = try await Project(options, clock: &clock)
    Terminal.say(project.report(hints: false))
    guard let site = project.plan.site, let map = project.plan.map, !project.log.hasErrors else { throw ExitStatus.content }
    let bytes = try await made(site, map, project.tree)
    if let output {
      let place = output.hasPrefix("/") ? output : options.folderPrefix + output
      let slash = place.lastIndex(of: "/")
      let folder = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
      let isNew = try ProjectFiles(project: folder).write(slash.map { String(place[place.index(after: $0)...]) } ?? place, bytes)
      if !isNew { Terminal.say("\(place): unchanged\n") }
    } else {
      Surroundings.write(bytes, to: 1)
    }
  }

  private func made(_ site: Site, _ map: SiteMap, _ tree: SourceTree) async throws -> [UInt8] {
    let assets = Dictionary(tree.assets.map { ($0.outputPath, $0) }) { first, _ in first }
    func theme(_ paths: [String]) throws -> [[UInt8]] {
      try paths.compactMap { try assets[$0]?.bytes() }
    }
    let file = await OneFile(
      site, map,
      theme: OneFile.Theme(styles: try theme(OneFile.Theme.styles), scripts: try theme(OneFile.Theme.scripts)),
      file: { path in try? assets[path]?.bytes() }, hash: { SHA256.digest($0).bytes })
    let bytes = file.bytes()
    Terminal.say("\(file.count) pages in one file of \(Self.size(bytes.count))\n")
    return bytes
  }

  /// A number of bytes, in kilobytes of 1,024.
  private static func size(_ count: Int) -> String {
    let kilobytes = (count + 1023) / 1024
    return kilobytes < 10_240 ? "\(kilobytes) KB" : "\((kilobytes + 1023) / 1024) MB"
  }
}

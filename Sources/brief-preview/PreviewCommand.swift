import ArgumentParser
import EDTF
import Preview
import Workspace

/// What `brief serve` becomes. It is a program of its own so that brief itself starts without networking code.
@main
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief serve",
    abstract: "Show the site while it is written: what changes is rebuilt, and open pages reload.",
    discussion: """
      The site is built into the output folder, as by `brief build`, and served from there. Pages that changed reload where they are open; a \
      stylesheet is put in the place of the old one. While something is wrong nothing is published: the last good pages stay, with the report \
      laid over them. What makes pages reload is added to what is sent, never to what is on the disk.

      Ctrl-C ends it.
      """)

  @Option(help: ArgumentHelp("The project's folder: the one with Content and Templates.", valueName: "dir"))
  var project = "."

  @Option(help: ArgumentHelp("The folder to write to; a relative one is taken from the project's folder.", valueName: "dir"))
  var output = "Public"

  @Option(
    help: ArgumentHelp("The address to listen on; with 0.0.0.0, whoever can reach this machine can read the drafts.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port; if it is taken, the next one that is free. 0 is any.", valueName: "n"))
  var port: UInt16 = 8000

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Let warnings fail a build.")
  var strict = false

  @Option(help: ArgumentHelp("How many tasks may work at once; as many as there are processors if not given.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The day to take for today, as YYYY-MM-DD, for reviews that are due.", valueName: "date"))
  var today: String?

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if let today, CivilDay(written: today) == nil { throw ValidationError("--today takes a day as YYYY-MM-DD, such as 2025-08-15.") }
  }

  func run() async throws {
    // From here on the signals wait until somebody asks for them, so that a build that is publishing comes to its end.
    async let interrupted: Void = Interruption.wait()
    let site = SiteBuilder(
      project: project, output: output, isStrict: strict, workers: jobs ?? Surroundings.processors,
      today: today.flatMap { CivilDay(written: $0) })
    let watcher = try Watcher(project: project, passesOver: SourceTree.passesOver) { Terminal.say($0 + "\n") }
    let folder = PublishedFolder(site.folder)
    let preview = try await LivePreview(
      host: host, port: port,
      site: PreviewedSite { path in
        switch folder.item(path) {
        case .file(let bytes): .file(bytes)
        case .folder: .folder
        case .nothing: .nothing
        }
      },
      watcher: watcher
    ) { changes, isOvertaken in await site.rebuild(changes, isOvertaken: isOvertaken) }

    if port != 0, preview.port != port { Terminal.say("port \(port) is taken, so that it is \(preview.port)\n") }
    if !preview.isForThisMachineOnly { Terminal.say("whoever can reach this machine by the network can read the drafts\n") }
    Terminal.print("\(output) is on \(preview.address); Ctrl-C ends it\n")
    if open { openBrowser(preview.address) }

    let running = Task { await preview.run() }
    await interrupted
    running.cancel()
    await running.value
    watcher.close()
  }

  private func openBrowser(_ address: String) {
    #if os(macOS)
      let opener = "open"
    #else
      let opener = "xdg-open"
    #endif
    if !Surroundings.start(opener, [address]) { Terminal.say("there is no `\(opener)` to open a browser; go to \(address) yourself\n") }
  }

  /// Runs the command and ends the process with its status, as `brief` does. What begins with `links` is `brief links`.
  static func main() async {
    Interruption.ignoreBrokenPipes()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "links" {
      await run(LinksCommand.self, Array(arguments.dropFirst()))
    } else {
      await run(PreviewCommand.self, arguments)
    }
    Surroundings.exit(0)
  }

  private static func run(_ type: any ParsableCommand.Type, _ arguments: [String]) async {
    do {
      var command = try type.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let problem as PreviewFault {
      Terminal.say(problem.description + "\n")
      Surroundings.exit(3)
    } catch let problem as WorkspaceError {
      Terminal.say(problem.description + "\n")
      Surroundings.exit(3)
    } catch let exit as ExitCode {
      Surroundings.exit(exit.rawValue)
    } catch {
      let isAnswer = type.exitCode(for: error).isSuccess
      let text = type.fullMessage(for: error)
      if !text.isEmpty { Surroundings.write(text + "\n", to: isAnswer ? 1 : 2) }
      Surroundings.exit(isAnswer ? 0 : 2)
    }
  }
}

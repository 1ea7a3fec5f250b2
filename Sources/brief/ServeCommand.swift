import ArgumentParser
import Workspace

/// Serving takes networking code, and no build is to pay for that: `brief-preview`, which stands beside `brief`, has it.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site while it is written: what changes is rebuilt, and open pages reload.",
    discussion: "All that follows is told to brief-preview, which stands beside brief; `brief serve --help` lists what that may be.")

  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("What `brief serve --help` lists.", valueName: "options"))
  var arguments: [String] = []

  func run() throws {
    guard let program = Surroundings.program, let end = program.lastIndex(of: "/") else {
      Terminal.say("cannot find out where brief stands, and so not brief-preview, which stands beside it\n")
      throw ExitStatus.world
    }
    let sibling = program[...end] + "brief-preview"
    guard Surroundings.canRun(String(sibling)) else {
      Terminal.say(
        """
        there is no `\(sibling)`, which serves the site
          = help: in brief's own folder, run `make serve`, which builds both; `make install` puts both in one place

        """)
      throw ExitStatus.world
    }
    let trouble = Surroundings.become(String(sibling), arguments)
    Terminal.say("cannot run `\(sibling)`: \(trouble)\n")
    throw ExitStatus.world
  }
}

import ArgumentParser

/// Serving takes networking code, and no build is to pay for that: `brief-preview`, which stands beside `brief`, has it.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site while it is written: what changes is rebuilt, and open pages reload.",
    discussion: "All that follows is told to brief-preview, which stands beside brief; `brief serve --help` lists what that may be.")

  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("What `brief serve --help` lists.", valueName: "options"))
  var arguments: [String] = []

  func run() throws {
    try Sibling.become(arguments, purpose: "serves the site")
  }
}

import ArgumentParser

/// Asking for addresses takes networking code, and no build is to pay for that: `brief-preview` has it.
struct LinksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links", abstract: "Ask whether the external addresses of the sources still lead anywhere.",
    discussion: "All that follows is told to brief-preview, which stands beside brief; `brief links --help` lists what that may be.")

  @Argument(parsing: .captureForPassthrough, help: ArgumentHelp("What `brief links --help` lists.", valueName: "options"))
  var arguments: [String] = []

  func run() throws {
    try Sibling.become(["links"] + arguments, purpose: "asks for addresses")
  }
}

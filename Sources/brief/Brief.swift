import ArgumentParser
import Briefing
import Markdown
import Workspace

/// The command. Everything that is not pure is here: arguments, clock, environment, output, exit status.
@main
struct Brief: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Publish an explainer briefing: prose and checked facts as a static site with a timeline and a table of claims.",
    discussion: """
      EXAMPLES
        brief build                          build the site of this folder into Public
        brief build --project talks --strict the same for another folder; warnings fail it
        brief check --format github          check only, for the log of GitHub Actions
        brief serve --open                   show the site while it is written
        brief new claim                      write a new claim, asking for what it needs
        brief set claim some-id status denied --why "..." --source some-source
        brief rename claim:old-id new-id     give a record another id, everywhere
        brief explain fact.unknown-reference say what a code means, with a wrong and a right example
        brief import csl library.json        take in the sources that Zotero exports
        brief views claim                    list what the template of a claim's page may show
        brief why timeline.html              say which templates, prose and records a page is made from
        brief export --html -o talks.html    write the whole briefing into one file
        brief publish                        keep the facts as they are published today, as an edition
        brief diff HEAD~3                    say what changed in the facts since then
        brief stats --fail-under primary=60  count what the briefing rests on, and fail if that is too little

      EXIT STATUS
        0 good (there may be warnings) · 1 problems in the content · 2 wrong usage · 3 the disk or another part of the world
      """,
    version: Generator.version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, NewCommand.self, SetCommand.self, RenameCommand.self, FmtCommand.self,
      ImportCommand.self, LinksCommand.self, PublishCommand.self, DiffCommand.self, StatsCommand.self, InitCommand.self, ExportCommand.self,
      SchemaCommand.self, LSPCommand.self, ExplainCommand.self, ViewsCommand.self,
      WhyCommand.self,
    ])

  /// Runs the command and ends the process with its status: ArgumentParser would end wrong usage with 64.
  static func main() async {
    // Scripts ask for the version alone, often: the parser, which first looks through the types of all commands, need not be woken for it.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      Surroundings.write(Generator.version + "\n", to: 1)
      Surroundings.exit(ExitStatus.good.rawValue)
    }
    CMarkMemory.keep()
    var status = ExitStatus.good
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let exit as ExitStatus {
      status = exit
    } catch let problem as WorkspaceError {
      Terminal.say(problem.description + "\n" + (problem.details + problem.help).map { "  \($0)\n" }.joined())
      status = .world
    } catch {
      let isAnswer = exitCode(for: error).isSuccess
      let text = fullMessage(for: error)
      if !text.isEmpty { Surroundings.write(text + "\n", to: isAnswer ? 1 : 2) }
      status = isAnswer ? .good : .usage
    }
    Surroundings.exit(status.rawValue)
  }
}

/// How a run ended.
enum ExitStatus: Int32, Error {
  case good = 0
  /// Problems in the content or the templates.
  case content = 1
  /// Wrong arguments.
  case usage = 2
  /// The disk, or another part of the world.
  case world = 3
}

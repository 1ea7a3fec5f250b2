import ArgumentParser
import EDTF
import Workspace

/// What every command that reads a project may be told.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The project's folder: the one with Content and Templates.", valueName: "dir"))
  var project = "."

  @Option(help: ArgumentHelp("How many tasks may work at once; as many as there are processors if not given.", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "The day to take for today, as YYYY-MM-DD: only reviews that are due depend on it, never what is written.", valueName: "date"))
  var today: String?

  @Flag(help: "Let warnings fail the run.")
  var strict = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256.") }
    if let today, CivilDay(written: today) == nil { throw ValidationError("--today takes a day as YYYY-MM-DD, such as 2025-08-15.") }
  }

  /// What stands before a path of the project where it is seen from the folder in which the command runs; empty where they are the same.
  var folderPrefix: String {
    project == "." ? "" : project.hasSuffix("/") ? project : project + "/"
  }

  var workers: Int {
    jobs ?? Surroundings.processors
  }

  /// The day of the build.
  var day: CivilDay {
    today.flatMap { CivilDay(written: $0) } ?? CivilDay(dayNumber: Surroundings.today)
  }
}

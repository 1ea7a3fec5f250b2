import ArgumentParser
import EDTF
import Editing
import Workspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Start another briefing in a new folder.",
    discussion: """
      The folder gets the Templates of the project it is run in, or those that were installed with brief, a small sample with every kind of \
      record and comments that say what it is, and a Makefile. A folder that holds anything is refused.

      EXAMPLES
        brief init ../harbour
        brief init ../harbour --ci github
        cd ../harbour && make serve
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(help: ArgumentHelp("The new folder.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("Write a workflow as well that checks each change and publishes: github or gitlab.", valueName: "service"))
  var ci: SampleWorkflow?

  func run() throws {
    let files = SampleProject.files(today: options.day.text, executable: Surroundings.program, ci: ci)
    try NewFolder(folder).make(
      try templates() + files.map { NewFolder.File(path: $0.path, bytes: Array($0.text.utf8)) })
    Terminal.print("\(folder) is a new briefing, with a sample to replace. Next:\n  cd \(folder)\n  make serve\n")
  }

  /// The templates of the project, else those that stand beside the executable: PREFIX/bin/brief, PREFIX/share/brief/Templates.
  private func templates() throws -> [NewFolder.File] {
    var places = [options.project + "/Templates"]
    if let executable = Surroundings.program {
      let parts = executable.split(separator: "/").dropLast(2)
      places.append("/" + (parts + ["share", "brief", "Templates"]).joined(separator: "/"))
    }
    for place in places {
      if let files = try NewFolder.files(below: place), files.contains(where: { $0.path == "strings.yml" }) {
        return files.map { NewFolder.File(path: "Templates/" + $0.path, bytes: $0.bytes) }
      }
    }
    throw WorkspaceError(
      "read", ["Templates"], reason: "no templates are in " + places.map { "`\($0)`" }.joined(separator: " or "),
      help: ["run it in a project's folder, name one with `--project DIR`, or install brief with `make install`"])
  }
}

extension SampleWorkflow: ExpressibleByArgument {}

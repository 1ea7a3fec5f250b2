import Workspace

/// `brief-preview`, which stands beside `brief`: it has the networking code that no build is to pay for.
enum Sibling {
  /// Becomes the sibling, with these arguments.
  ///
  /// - Parameter purpose: What it is needed for, as it follows "which".
  /// - Throws: Only if that does not work, which is said.
  static func become(_ arguments: [String], purpose: String) throws {
    guard let program = Surroundings.program, let end = program.lastIndex(of: "/") else {
      Terminal.say("cannot find out where brief stands, and so not brief-preview, which stands beside it\n")
      throw ExitStatus.world
    }
    let sibling = program[...end] + "brief-preview"
    guard Surroundings.canRun(String(sibling)) else {
      Terminal.say(
        """
        there is no `\(sibling)`, which \(purpose)
          = help: in brief's own folder, run `make serve`, which builds both; `make install` puts both in one place

        """)
      throw ExitStatus.world
    }
    let trouble = Surroundings.become(String(sibling), arguments)
    Terminal.say("cannot run `\(sibling)`: \(trouble)\n")
    throw ExitStatus.world
  }
}

import ArgumentParser
import Briefing
import Diagnostics
import LanguageServer
import Publishing
import Workspace

struct LSPCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve an editor by the language server protocol, over standard input and output.",
    discussion: """
      An editor starts it; see its settings for language servers. It reports problems while you type, completes fields, ids and links, shows \
      records, finds where they are used and renames them. The project is the folder that the editor has opened.
      """)

  @OptionGroup var options: ProjectOptions

  func run() async throws {
    let server = EditorServer(
      project: ProjectAccess(
        load: load, write: { Surroundings.write($0, to: 1) }, exit: { Surroundings.exit($0) }), version: Generator.version)
    await listen(server)
    await server.finish()
  }

  /// Hands on what comes in. On the main thread, since it waits there: the server's own tasks have all others.
  @MainActor private func listen(_ server: EditorServer) async {
    while let bytes = StandardInput.next() { await server.receive(bytes) }
  }

  /// Reads the project that an editor has opened, or the one that the command was given.
  @Sendable private func load(_ folder: String) async -> ProjectAccess.Loaded {
    var log = DiagnosticLog()
    let place = folder == "." ? options.project : folder
    do throws(WorkspaceError) {
      let tree = try await SourceTree.read(project: place, jobs: options.workers, log: &log)
      return .project(
        Build.Input(tree, today: options.day, jobs: options.workers), log)
    } catch {
      return .missing(error.description)
    }
  }
}

package import Briefing
package import Diagnostics

/// What the server asks of the world: closures, so that it can be tried with texts alone.
package struct ProjectAccess: Sendable {
  /// Reads the project in a folder from the disk; `.missing` says why there is none.
  package let load: @Sendable (_ folder: String) async -> Loaded
  /// Sends bytes to the editor.
  package let write: @Sendable ([UInt8]) -> Void
  /// Ends the process.
  package let exit: @Sendable (Int32) -> Void

  package enum Loaded: Sendable {
    /// The files, and what is to be said of them before they are parsed.
    case project(Build.Input, DiagnosticLog)
    case missing(String)
  }

  package init(
    load: @escaping @Sendable (String) async -> Loaded, write: @escaping @Sendable ([UInt8]) -> Void,
    exit: @escaping @Sendable (Int32) -> Void
  ) {
    self.load = load
    self.write = write
    self.exit = exit
  }
}

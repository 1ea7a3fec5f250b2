package import Diagnostics

/// Why nothing was edited.
package struct EditRefusal: Error, Sendable {
  package enum Cause: Sendable {
    /// What was asked for cannot be: an id that is none, a field that does not exist.
    case request
    /// The files are not fit for it: they have errors, or a layout that cannot be edited safely.
    case content
  }

  package let cause: Cause
  /// One sentence without a full stop.
  package let message: String
  /// What to do, a line each.
  package let help: [String]
  /// What is wrong in the files, with places in them.
  package let log: DiagnosticLog

  package init(_ cause: Cause, _ message: String, help: [String] = [], log: DiagnosticLog = DiagnosticLog()) {
    self.cause = cause
    self.message = message
    self.help = help
    self.log = log
  }
}

extension EditRefusal: CustomStringConvertible {
  package var description: String {
    message
  }
}

/// The world did not do what was asked of it: a disk, a permission, a file in the way. Nothing of it is the content's fault.
package struct WorkspaceError: Error, Sendable, Hashable {
  /// What was being done, as a verb: `read`, `write`, `remove`, `publish`.
  package let operation: String
  /// What it was done to; never empty. Where several files have the same trouble, all of them, sorted.
  package let paths: [String]
  /// Why it failed, in plain words, as it follows a colon.
  package let reason: String
  /// What is to be said of single paths, a line each; may be empty.
  package let details: [String]
  /// What to do, a sentence each.
  package let help: [String]

  package init(_ operation: String, _ paths: [String], reason: String, details: [String] = [], help: [String] = []) {
    self.operation = operation
    self.paths = paths
    self.reason = reason
    self.details = details
    self.help = help
  }

  init(_ operation: String, _ path: String, _ fault: DiskFault) {
    self.init(operation, [path], reason: fault.reason, help: fault.help)
  }
}

extension WorkspaceError: CustomStringConvertible {
  /// One sentence without a full stop: "cannot write `Public/index.html`: no space is left on the disk". Details and help are not in it.
  package var description: String {
    "cannot \(operation) `\(paths.first ?? "")`: \(reason)"
  }
}

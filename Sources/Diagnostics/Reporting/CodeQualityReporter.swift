/// Diagnostics as a Code Quality report of GitLab, which shows them beside the changed lines of a merge request.
///
/// A fingerprint tells a finding apart from others and is the same as long as file, code and message are: not the line, so that what moves is
/// not taken for new.
package struct CodeQualityReporter: Sendable {
  private let files: SourceFiles
  private let folder: String

  /// - Parameter folder: The project's folder within the repository, with `/` at its end; empty where they are the same.
  package init(files: SourceFiles, folder: String = "") {
    self.files = files
    self.folder = folder
  }

  /// The whole report: one JSON array, in the order in which the diagnostics are given. What has no place stands at the settings' first line.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    var seen: [UInt64: UInt64] = [:]
    let items = diagnostics.map { diagnostic -> JSONValue in
      let span = diagnostic.primary?.span
      let file = span.flatMap { files[$0.file] }
      let path = folder + (file?.path ?? "Content/briefing.yml")
      let line = span.flatMap { span in file?.position(at: span.start).line } ?? 1
      let words = [diagnostic.message] + diagnostic.help.map { "help: " + $0 }
      let print = Self.sum("\(path)\n\(diagnostic.code)\n\(diagnostic.message)")
      let times = seen[print, default: 0]
      seen[print] = times + 1
      return .members([
        "description": .string(words.joined(separator: "\n")), "check_name": .string(diagnostic.code),
        "fingerprint": .string(Self.digits(print &+ times)), "severity": .string(Self.severity(diagnostic.severity)),
        "location": .members(["path": .string(path), "lines": .members(["begin": .integer(line)])]),
      ])
    }
    return String(decoding: JSONValue.array(items).indented, as: UTF8.self)
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "critical"
    case .warning: "minor"
    case .hint: "info"
    }
  }

  /// FNV-1a over 64 bits.
  private static func sum(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func digits(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

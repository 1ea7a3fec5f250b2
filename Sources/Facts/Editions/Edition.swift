package import Diagnostics
package import EDTF
import YAML

/// What was published on one day: `Content/editions/<date>.json`, written by `brief publish` and committed with the content.
///
/// It holds the fields of `briefing.yml` and every record in the shapes of the field tables, the same that authors write, so that it is read
/// by the same tables. Prose is not in it. Checks, differences and pages of the past are made from it alone.
package struct Edition: Sendable {
  package let day: CivilDay
  /// The edition's own file, into which places of its records lead.
  package let file: FileID
  package let settings: BriefingSettings
  package let facts: FactBase
  /// The same as plain values.
  package let ledger: FactLedger

  /// The day as file names and addresses write it: `2025-09-01`.
  package var date: String { day.text }

  /// The folder of editions.
  package static let folder = "Content/editions/"

  /// Where the edition of a day stands.
  package static func path(of day: CivilDay) -> String {
    folder + day.text + ".json"
  }

  /// Whether a path is that of an edition, whatever its name.
  package static func isEdition(_ path: String) -> Bool {
    path.hasPrefix(folder) && path.hasSuffix(".json")
  }

  /// The bytes of the edition of a day: equal for equal facts.
  package static func bytes(of ledger: FactLedger, day: CivilDay) -> [UInt8] {
    let content = FactValue.record([
      FactMember("format", .number(1)), FactMember("edition", .text(day.text)), FactMember("briefing", ledger.briefing),
      FactMember("facts", ledger.facts),
    ])
    var bytes = Array(FactJSON.bytes(of: content).dropLast("\n}\n".utf8.count))
    let seal = EditionSeal.of(bytes)
    bytes += Array(",\n  \"seal\": \"\(seal)\"\n}\n".utf8)
    return bytes
  }

  /// Reads an edition; nil where something in it is wrong, which is said.
  package static func read(_ file: SourceFile, log: inout DiagnosticLog) -> Edition? {
    EditionReader(file).read(&log)
  }
}

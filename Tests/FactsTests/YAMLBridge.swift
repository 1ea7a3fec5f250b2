import Diagnostics
import Facts
import TestKit
import YAML

/// JSON read back into a value, without a table: texts, flags, lists and records as they stand.
enum YAMLBridge {
  static func read(_ text: String, log: inout DiagnosticLog) -> FactValue? {
    YAMLReader.readJSON(source(text), log: &log).map(value)
  }

  private static func value(_ node: YAMLNode) -> FactValue {
    switch node.value {
    case .scalar(let scalar):
      if scalar.style == .plain {
        scalar.text == "true" ? .flag(true) : scalar.text == "false" ? .flag(false) : .number(Int(scalar.text) ?? 0)
      } else {
        .text(scalar.text)
      }
    case .sequence(let nodes): .list(nodes.map(value))
    case .mapping(let entries): .record(entries.map { FactMember($0.key, value($0.value)) })
    }
  }
}

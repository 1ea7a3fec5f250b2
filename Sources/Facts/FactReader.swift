package import Diagnostics
import EDTF
package import YAML

/// Reads YAML into records by their field tables, and says what is wrong with it. One for each file; bad content never throws.
package struct FactReader: Sendable {
  package let file: SourceFile
  package var log = DiagnosticLog()

  package init(file: SourceFile) {
    self.file = file
  }

  /// The records of a file, which is a mapping from id to record, and the ids of those that could not be read.
  package mutating func records<Record: Fact>(_ type: Record.Type, in node: YAMLNode) -> (records: [Record], broken: [String]) {
    guard let entries = node.mapping else {
      log.add(
        Diagnostic(
          .factNotAMapping, "a file of \(Record.kind.rawValue) is a mapping from id to record", at: node.span,
          help: ["begin each record with its id and a colon at the start of a line, its fields indented below it"]))
      return ([], [])
    }
    var records: [Record] = []
    var broken: [String] = []
    records.reserveCapacity(entries.count)
    for entry in entries {
      var record = Record()
      record.head.id = entry.key
      record.head.idSpan = entry.keySpan
      record.head.span = entry.keySpan.union(entry.value.span)
      let idIsGood = checkID(entry)
      let errors = log.diagnostics.count
      if readFields(of: entry.value, table: Record.table, into: &record, owner: entry.key, ownerSpan: entry.keySpan), idIsGood {
        record.head.isDamaged = log.diagnostics.count > errors
        records.append(record)
      } else {
        broken.append(entry.key)
      }
    }
    return (records, broken)
  }

  /// Reads a mapping's fields into a record; false where a required field is missing or unreadable.
  package mutating func readFields<Record: Sendable>(
    of node: YAMLNode, table: FieldTable<Record>, into record: inout Record, owner: String? = nil, ownerSpan: SourceSpan? = nil
  ) -> Bool {
    guard let entries = node.mapping else {
      wrongType(node, .record(table.name, []), at: node.isEmpty ? ownerSpan : nil)
      return false
    }
    var isSeen = [Bool](repeating: false, count: table.names.count)
    // Fields that an unknown one was probably meant for: that they are missing is no second error.
    var meant: Set<String> = []
    var isWhole = true
    for entry in entries {
      guard let index = table.names.firstIndex(of: entry.key) else {
        if let near = unknownField(entry, table: table) { meant.insert(near) }
        continue
      }
      isSeen[index] = true
      let errors = log.diagnostics.count
      if entry.value.isEmpty {
        missingValue(entry, field: table.fields[index].declaration)
      } else {
        table.reads[index](entry.value, &record, &self)
      }
      if log.diagnostics.count > errors, table.required.contains(index) { isWhole = false }
    }
    for index in table.required where !isSeen[index] {
      isWhole = false
      let field = table.fields[index]
      guard !meant.contains(field.declaration.name) else { continue }
      missingField(field.declaration, kind: field.missing, table: table.name, owner: owner, at: ownerSpan ?? node.span.slice(0..<1))
    }
    return isWhole
  }

  // MARK: Scalars

  mutating func scalar(_ node: YAMLNode, _ shape: FieldShape) -> YAMLScalar? {
    guard let scalar = node.scalar else {
      wrongType(node, shape)
      return nil
    }
    if scalar.text.isEmpty || scalar.text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      wrongType(node, shape, found: "it is empty")
      return nil
    }
    return scalar
  }

  mutating func date(_ node: YAMLNode) -> FactDate? {
    guard let scalar = node.scalar else {
      let written = file.text(node.span)
      // `[a..b]` and `{a, b}` are EDTF, but YAML reads them as a list and a mapping.
      let compact = written.filter { !$0.isWhitespace }
      if compact.first.map({ "[{".contains($0) }) == true, (try? EDTFParser.parse(compact)) != nil {
        log.add(
          Diagnostic(
            .factUnquotedDate, "YAML reads this date as \(node.sequence == nil ? "a mapping" : "a list")", at: node.span,
            label: "not in quotes", help: ["write `\"\(compact)\"`"]))
      } else {
        wrongType(node, .date)
      }
      return nil
    }
    do throws(EDTFError) {
      return FactDate(expression: try EDTFParser.parse(scalar.text), span: node.span)
    } catch {
      let span = error.range.isEmpty ? node.span : scalar.map.span(error.range)
      log.add(
        Diagnostic(
          .factInvalidDate, "`\(scalar.text)` is not a date: \(error.message)", at: span, label: "here",
          help: error.proposal.map { ["write `\(Self.quotedForYAML($0))`"] } ?? [
            "dates are written in EDTF: `2025-08-15`, `2025-08`, `1860~` (about 1860)"
          ]))
      return nil
    }
  }
}

extension FactReader {
  /// A date as YAML wants it: EDTF that begins with a bracket, a brace or a per cent sign stands in quotes.
  private static func quotedForYAML(_ date: String) -> String {
    date.first.map { "[{%".contains($0) } == true ? "\"\(date)\"" : date
  }
}

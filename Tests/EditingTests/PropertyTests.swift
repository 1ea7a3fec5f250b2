import Diagnostics
import Facts
import TestKit
import Testing
import YAML

@testable import Editing

/// What holds for every file, however it is laid out.
@Suite struct PropertyTests {
  private static let seeds = Array(UInt64(0)..<150)

  private func value(_ file: SourceFile) -> FieldValue? {
    var log = DiagnosticLog()
    let node = YAMLReader.read(file, log: &log)
    return log.hasErrors ? nil : node.map { FieldValue($0).unordered }
  }

  private func files(_ seed: UInt64) -> [(kind: FactKind, file: SourceFile, facts: RandomFacts)] {
    FactKind.allCases.enumerated().map { index, kind in
      var facts = RandomFacts(seed: seed &* 31 &+ UInt64(index))
      let text = facts.file(kind)
      return (kind, SourceFile(id: FileID(index), path: "Content/facts/\(kind.rawValue).yml", text: text), facts)
    }
  }

  /// Every comment of a random file has a number, and stands there once.
  private func numbers(in text: String) -> [Int] {
    text.matches(of: /# c(\d+): \[a\], \{b\}: "c"/).compactMap { Int($0.1) }.sorted()
  }

  @Test(arguments: seeds)
  func theFilesAreGood(_ seed: UInt64) {
    for (kind, file, _) in files(seed) {
      let log = FactFile(kind, file).log
      #expect(!log.hasErrors, "\(log.diagnostics.map(\.message))\n\(file.text(file.wholeSpan))")
    }
  }

  // MARK: Layout

  @Test(arguments: seeds)
  func aLayoutChangesNoValueLosesNoCommentAndLasts(_ seed: UInt64) throws {
    for (kind, file, facts) in files(seed) {
      let before = file.text(file.wholeSpan)
      let edit: TextEdit?
      do throws(EditRefusal) {
        edit = try FactFormat.edit(of: file)
      } catch {
        Issue.record("\(error.message)\n\(before)")
        continue
      }
      let after = SourceFile(id: file.id, path: file.path, bytes: (edit.map { [$0] } ?? []).applied(to: file))
      let text = after.text(after.wholeSpan)
      #expect(value(file) == value(after), "\(before)\n=>\n\(text)")
      #expect(numbers(in: text) == Array(1...max(1, facts.commentCount)).prefix(facts.commentCount).map { $0 }, "\(before)\n=>\n\(text)")
      #expect(try FactFormat.edit(of: after) == nil, "\(before)\n=>\n\(text)")
      #expect(before.contains("\r\n") == text.contains("\r\n"))
      if text.contains("\r\n") { #expect(text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" } == false) }
      #expect(before.hasPrefix("\u{FEFF}") == text.hasPrefix("\u{FEFF}"))
      for (comment, id) in facts.owners { expect(comment, above: id, in: text) }
      expectOrder(of: kind, in: after)
    }
  }

  /// A comment above a record is above it still.
  private func expect(_ comment: String, above id: String, in text: String) {
    let lines = text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map(String.init)
    let mark = comment.prefix { $0 != ":" } + ":"
    guard let place = lines.firstIndex(where: { $0.hasPrefix(mark) }) else {
      Issue.record("\(comment) is gone")
      return
    }
    let next = lines[place...].first { !$0.hasPrefix("#") } ?? ""
    #expect([id, "\"\(id)\"", "'\(id)'"].contains { next.hasPrefix($0) }, "\(comment) stands above \(next)\n\(text)")
  }

  private func expectOrder(of kind: FactKind, in file: SourceFile) {
    var log = DiagnosticLog()
    let names = kind.fields.map(\.name)
    for record in YAMLReader.read(file, log: &log)?.mapping ?? [] {
      let order = (record.value.mapping ?? []).compactMap { names.firstIndex(of: $0.key) }
      #expect(order == order.sorted())
    }
  }

  // MARK: Fields

  @Test(arguments: seeds)
  func aFieldChangesAloneAndSaysWhatItWasGiven(_ seed: UInt64) throws {
    let texts = [
      "Plain.", "It is: so # and \"so\" it's", "- dash", "one\ntwo\n\nthree", String(repeating: "long words ", count: 20) + "end", "[x]",
      "\\ a\ttab",
    ]
    for (kind, file, _) in files(seed) {
      var random = Numbers(state: seed ^ 77)
      guard case .record(let records)? = value(file), let record = records.randomElement(using: &random),
        let field = kind.fields.filter({ if case .text = $0.shape { true } else if case .markdown = $0.shape { true } else { false } })
          .randomElement(using: &random), let text = texts.randomElement(using: &random)
      else { continue }
      let edits = try SetField(FactKey(kind, record.name), field.name, values: [text], today: "2025-09-10").edits(in: [file])
      let change = edits.changes(of: [file]).first ?? EditSet.Change(oldPath: file.path, path: file.path, old: file.bytes, new: file.bytes)
      let after = SourceFile(id: file.id, path: file.path, bytes: change.new)
      guard case .record(let now)? = value(after), case .record(let fields)? = now.first(where: { $0.name == record.name })?.value,
        case .record(let old) = record.value
      else {
        Issue.record("\(after.text(after.wholeSpan))")
        continue
      }
      #expect(now.filter { $0.name != record.name } == records.filter { $0.name != record.name })
      #expect(fields.filter { $0.name != field.name } == old.filter { $0.name != field.name })
      #expect(fields.first { $0.name == field.name }?.value == .text(text))
      #expect(numbers(in: after.text(after.wholeSpan)) == numbers(in: file.text(file.wholeSpan)))
    }
  }

  @Test(arguments: seeds)
  func aStatusIsTheLastOfItsHistory(_ seed: UInt64) throws {
    guard let (_, file, _) = files(seed).first(where: { $0.kind == .claims }), case .record(let records)? = value(file) else { return }
    for record in records {
      let edits = try SetField(
        FactKey(.claims, record.name), "status", values: ["disputed"], details: [("why", "So: it is.")], today: "2025-09-10"
      ).edits(in: [file])
      let change = try #require(edits.changes(of: [file]).first)
      let after = SourceFile(id: file.id, path: file.path, bytes: change.new)
      guard case .record(let now)? = value(after), case .record(let fields)? = now.first(where: { $0.name == record.name })?.value,
        case .list(let history)? = fields.first(where: { $0.name == "status" })?.value, case .record(let old) = record.value
      else {
        Issue.record("\(after.text(after.wholeSpan))")
        continue
      }
      let entry = FieldValue.record([
        .init("as_of", .text("2025-09-10")), .init("value", .text("disputed")), .init("why", .text("So: it is.")),
      ])
      #expect(history.last == entry)
      let before: [FieldValue] = if case .list(let items)? = old.first(where: { $0.name == "status" })?.value { items } else { [] }
      #expect(Array(history.dropLast()) == before)
      #expect(fields.filter { $0.name != "status" } == old.filter { $0.name != "status" })
    }
  }

  // MARK: Names

  /// A new id and back again is the same file to the byte, and between them no reference has the old one.
  @Test(arguments: seeds)
  func aRenameAndBackIsNothing(_ seed: UInt64) throws {
    let all = files(seed)
    let texts = all.map(\.file)
    for (kind, file, _) in all {
      guard case .record(let records)? = value(file), let id = records.first?.name else { continue }
      let there = try Rename(FactKey(kind, id), to: "brand-new-id").edits(in: texts)
      let between = there.files(from: texts)
      let key = FactKey(kind, id).text
      for after in between {
        let text = after.text(after.wholeSpan)
        #expect(!text.contains("(\(key))") && !text.contains("(\(key) "), "\(text)")
      }
      let back = try Rename(FactKey(kind, "brand-new-id"), to: id).edits(in: between)
      #expect(back.files(from: between).map(\.bytes) == texts.map(\.bytes))
      // What is no reference to it says what it said.
      for (before, after) in zip(texts, between) {
        #expect(value(before)?.renamed(id, in: kind, FactKind(path: before.path)) == value(after), "\(key)\n\(after.text(after.wholeSpan))")
      }
    }
  }

  // MARK: Scalars

  @Test(arguments: seeds)
  func aScalarIsReadAsItWasWritten(_ seed: UInt64) {
    var random = Numbers(state: seed)
    let signs = Array(" abcé😀0:#-?,[]{}&*!|>'\"%@`\\\n\t\u{A0}\u{FEFF}\u{2028}\u{85}~=<")
    for _ in 0..<30 {
      let text = String((0..<Int.random(in: 1...60, using: &random)).map { _ in signs.randomElement(using: &random) ?? "a" })
      let value = FieldValue.record([
        .init("key", .text(text)), .init("list", .list([.text(text), .text("b")])),
        .init("items", .list([.record([.init("a", .text(text)), .init("b", .list([.text(text)]))])])),
      ])
      for lines in [FieldLayout.lines("id", value, column: 0), ["id: " + FieldLayout.inline(value)]] {
        let written = lines.joined(separator: "\n") + "\n"
        var log = DiagnosticLog()
        let node = YAMLReader.read(SourceFile(path: "a.yml", text: written), log: &log)
        #expect(node.map { FieldValue($0) } == .record([.init("id", value)]), "\(written.debugDescription)")
      }
    }
  }
}

extension FieldValue {
  /// A file's value as it is once a record has another id.
  fileprivate func renamed(_ id: String, in kind: FactKind, _ fileKind: FactKind?) -> FieldValue {
    guard case .record(let entries) = self, let fileKind else { return self }
    return FieldValue.record(
      entries.map { entry in
        .init(
          fileKind == kind && entry.name == id ? "brand-new-id" : entry.name,
          entry.value.renamed(FactKey(kind, id), .record(fileKind.singular, fileKind.fields)))
      }
    ).unordered
  }

  private func renamed(_ key: FactKey, _ shape: FieldShape) -> FieldValue {
    switch self {
    case .text(let text):
      if shape.namesLone(key.kind), text == key.id { return .text("brand-new-id") }
      guard shape.isProse else { return .text(text) }
      return .text(
        [")", " ", "\n"].reduce(text) { $0.replacing("(\(key.text)\($1)", with: "(\(key.kind.singular):brand-new-id\($1)") })
    case .list(let items): return .list(items.map { $0.renamed(key, shape.itemShape ?? shape) })
    case .record(let entries):
      return .record(
        entries.map { entry in
          let field = shape.recordFields?.first { $0.name == entry.name }
          return .init(entry.name, field.map { entry.value.renamed(key, $0.shape) } ?? entry.value)
        })
    }
  }
}

extension FieldShape {
  fileprivate func namesLone(_ kind: FactKind) -> Bool {
    switch self {
    case .reference(let own): own == kind
    case .either(let shapes): shapes.contains { $0.namesLone(kind) }
    default: false
    }
  }

  fileprivate var isProse: Bool {
    if case .markdown = self { true } else { false }
  }
}

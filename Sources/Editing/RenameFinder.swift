import Briefing
import Diagnostics
import Facts
import Markdown
import YAML

/// Finds the places of one file at which a record is named.
struct RenameFinder {
  private let rename: Rename
  private let files: [SourceFile]
  private let old: [UInt8]

  init(_ rename: Rename, files: [SourceFile]) {
    self.rename = rename
    self.files = files
    old = Array(rename.key.id.utf8)
  }

  /// Whether the record may be named in a file: its id stands there, or escapes do that could hide it.
  func mayName(_ file: SourceFile) -> Bool {
    guard file.path.hasPrefix("Content/"), file.path.hasSuffix(".yml") || file.path.hasSuffix(".md") else { return false }
    return file.bytes.contains(UInt8(ascii: "\\")) || file.bytes.contains(UInt8(ascii: "&")) || file.bytes.holds(old)
  }

  /// - Throws: If the file has errors, or names the record in a way that cannot be edited safely.
  func edits(in file: SourceFile) throws(EditRefusal) -> [TextEdit] {
    let edits = try find(in: file)
    guard !edits.isEmpty else { return [] }
    // What was found is held against what a reader of the new text finds: nothing is left behind.
    let after = SourceFile(id: file.id, path: file.path, bytes: edits.applied(to: file))
    guard try find(in: after).isEmpty else {
      throw EditRefusal(
        .content, "`\(file.path)` names `\(rename.key.text)` in a way that cannot be renamed safely", help: ["change it by hand"])
    }
    return edits
  }

  private func find(in file: SourceFile) throws(EditRefusal) -> [TextEdit] {
    if file.path == "Content/briefing.yml" { return try yaml(file, BriefingSettings.table.declarations) }
    if let kind = FactKind(path: file.path) { return try records(file, kind) }
    return file.path.hasSuffix(".md") ? try page(file) : []
  }

  // MARK: Facts and settings

  private func records(_ file: SourceFile, _ kind: FactKind) throws(EditRefusal) -> [TextEdit] {
    var edits: [TextEdit] = []
    for entry in try root(file)?.mapping ?? [] {
      if FactKey(kind, entry.key) == rename.key { edits.append(replaced(entry.keySpan, in: file)) }
      edits += fields(entry.value, kind.fields, file)
      guard kind == .corrections, let target = entry.value.mapping?.first(where: { $0.key == "target" })?.value else { continue }
      edits += page(target, in: file)
      if let scalar = target.scalar, FactKey(link: scalar.text) == rename.key {
        edits.append(replaced(scalar, scalar.text.utf8.count - old.count..<scalar.text.utf8.count, in: file))
      }
    }
    if !edits.isEmpty {
      let log = FactFile(kind, file).log
      if log.hasErrors { throw FactFiles.unreadable(log) }
    }
    return edits
  }

  private func yaml(_ file: SourceFile, _ declarations: [FieldDeclaration]) throws(EditRefusal) -> [TextEdit] {
    guard let node = try root(file) else { return [] }
    var edits = fields(node, declarations, file)
    for entry in node.mapping ?? [] where ["method", "corrections_policy"].contains(entry.key) { edits += page(entry.value, in: file) }
    return edits
  }

  private func root(_ file: SourceFile) throws(EditRefusal) -> YAMLNode? {
    var log = DiagnosticLog()
    let node = YAMLReader.read(file, log: &log)
    if log.hasErrors { throw FactFiles.unreadable(log) }
    return node
  }

  private func fields(_ node: YAMLNode, _ declarations: [FieldDeclaration], _ file: SourceFile) -> [TextEdit] {
    var edits: [TextEdit] = []
    ReferenceWalk(
      reference: { kind, scalar in
        guard FactKey(kind, scalar.text) == rename.key else { return }
        edits.append(replaced(scalar, 0..<old.count, in: file))
      },
      markdown: { scalar in
        var log = DiagnosticLog()
        edits += prose(MarkdownParser.inline(scalar.text, map: scalar.map, log: &log), file, from: "Content/facts/")
      }
    ).record(node, declarations)
    return edits
  }

  /// A field that names a page by its file.
  private func page(_ node: YAMLNode, in file: SourceFile) -> [TextEdit] {
    guard let scalar = node.scalar, FactKey(link: scalar.text) == nil, let range = links.range(in: scalar.text, from: "Content/index.md")
    else { return [] }
    return [replaced(scalar, range, in: file)]
  }

  /// A part of a scalar's text, where it stands in the file. Where it was typed otherwise (`\x61`), the scalar is written anew.
  private func replaced(_ scalar: YAMLScalar, _ range: Range<Int>, in file: SourceFile) -> TextEdit {
    let span = scalar.map.span(range)
    if file.bytes[span.range].elementsEqual(old) { return TextEdit(span, rename.newID) }
    let text = Array(scalar.text.utf8)
    let new = String(decoding: text[..<range.lowerBound] + rename.newID.utf8 + text[range.upperBound...], as: UTF8.self)
    return TextEdit(scalar.map.span, ScalarText.inline(new, flow: true))
  }

  /// A record's own key, in quotes or without.
  private func replaced(_ key: SourceSpan, in file: SourceFile) -> TextEdit {
    let isQuoted = key.range.count == old.count + 2
    let inner = isQuoted ? key.slice(1..<1 + old.count) : key
    return TextEdit(file.bytes[inner.range].elementsEqual(old) ? inner : key, rename.newID)
  }

  // MARK: Prose

  private func page(_ file: SourceFile) throws(EditRefusal) -> [TextEdit] {
    var log = DiagnosticLog()
    let document = MarkdownParser.parse(file, log: &log)
    if log.hasErrors { throw FactFiles.unreadable(log) }
    var edits: [TextEdit] = []
    var pending = document.blocks
    while let block = pending.popLast() {
      switch block.kind {
      case .paragraph(let inlines): edits += prose(inlines, file, from: file.path)
      case .heading(let heading): edits += prose(heading.inlines, file, from: file.path)
      case .quote(let blocks), .alert(_, let blocks): pending += blocks
      case .list(let list): for item in list.items { pending += item.blocks }
      case .code(let code): edits += view(code, file)
      case .table(let table): for cell in table.head + table.rows.joined() { edits += prose(cell.inlines, file, from: file.path) }
      case .html, .comment, .thematicBreak, .figure: break
      }
    }
    return edits
  }

  /// A fenced block that shows facts.
  private func view(_ code: CodeBlock, _ file: SourceFile) -> [TextEdit] {
    guard let view = FactBlock.View(rawValue: code.info) else { return [] }
    var log = DiagnosticLog()
    guard let node = YAMLReader.read(code.literal, map: code.map, log: &log) else { return [] }
    var edits = fields(node, FactBlock.Options.table.declarations, file)
    let kind: FactKind? =
      switch view {
      case .claim, .quote: .claims
      case .event: .events
      default: nil
      }
    if let kind, let scalar = node.mapping?.first(where: { $0.key == "id" })?.value.scalar, FactKey(kind, scalar.text) == rename.key {
      edits.append(replaced(scalar, 0..<old.count, in: file))
    }
    return edits
  }

  private func prose(_ inlines: [Inline], _ file: SourceFile, from source: String) -> [TextEdit] {
    var edits: [TextEdit] = []
    var pending = inlines
    while let inline = pending.popLast() {
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner): pending += inner
      case .link(let link):
        pending += link.inlines
        guard let range = links.range(in: link.destination, from: source) else { continue }
        let typed = file.bytes[link.destinationSpan.range]
        if typed.elementsEqual(link.destination.utf8) {
          edits.append(TextEdit(link.destinationSpan.slice(range), rename.newID))
        } else {
          edits += LinkDefinitions(file: file).edits(of: link.destination, range, to: rename.newID)
        }
      default: break
      }
    }
    return edits
  }

  private var links: LinkRename {
    LinkRename(key: rename.key, newID: rename.newID) { path, anchor in
      guard let file = files.first(where: { $0.path.hasSuffix(".md") && SitePath.ofDocument($0.path) == path }) else { return false }
      var log = DiagnosticLog()
      return Page.headings(of: MarkdownParser.parse(file, log: &log).blocks).contains { $0.id == anchor }
    }
  }
}

extension [UInt8] {
  /// Whether the bytes stand somewhere within these.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    var start = 0
    while let found = self[start...(count - part.count)].firstIndex(of: first) {
      if self[found..<found + part.count].elementsEqual(part) { return true }
      start = found + 1
      if start > count - part.count { return false }
    }
    return false
  }
}

package import Diagnostics
package import Facts
import Markdown
import YAML

/// A place at which a record is named by its id: where it stands, or where something refers to it.
package struct Mention: Sendable, Hashable {
  package let key: FactKey
  /// The id alone, without quotes and without a link's scheme.
  package let span: SourceSpan
  /// Whether it is the record's own key.
  package let isDefinition: Bool
}

extension Mention: Comparable {
  package static func < (left: Mention, right: Mention) -> Bool {
    (left.span, left.key) < (right.span, right.key)
  }
}

extension Mention {
  /// All mentions in a file of the project, in their order. It reads what is there, so that drafts and records with errors count as well; a
  /// file that does not parse has none.
  package static func all(in file: SourceFile) -> [Mention] {
    var finder = MentionFinder(file: file)
    finder.find()
    return finder.mentions.sorted()
  }
}

/// The way through one file by the declarations of its fields.
private struct MentionFinder {
  let file: SourceFile
  var mentions: [Mention] = []
  private var log = DiagnosticLog()

  init(file: SourceFile) {
    self.file = file
  }

  mutating func find() {
    if file.path == "Content/briefing.yml" {
      guard let node = YAMLReader.read(file, log: &log) else { return }
      record(node, BriefingSettings.table.declarations)
    } else if file.path.hasPrefix("Content/facts/"), file.path.hasSuffix(".yml") {
      guard let kind = FactFile.kind(of: file, log: &log), let node = YAMLReader.read(file, log: &log) else { return }
      let fields = kind.declaration.fields
      for entry in node.mapping ?? [] {
        mentions.append(Mention(key: FactKey(kind, entry.key), span: unquoted(entry.keySpan, entry.key), isDefinition: true))
        record(entry.value, fields)
      }
    } else if file.path.hasPrefix("Content/"), file.path.hasSuffix(".md") {
      page()
    }
  }

  private mutating func add(_ key: FactKey, _ span: SourceSpan) {
    mentions.append(Mention(key: key, span: span, isDefinition: false))
  }

  private func unquoted(_ span: SourceSpan, _ id: String) -> SourceSpan {
    span.range.count == id.utf8.count + 2 ? span.slice(1..<span.range.count - 1) : span
  }

  // MARK: Fields

  private mutating func record(_ node: YAMLNode, _ fields: [FieldDeclaration]) {
    var named: [(key: FactKey, span: SourceSpan)] = []
    var texts: [YAMLScalar] = []
    ReferenceWalk(
      reference: { kind, scalar in named.append((FactKey(kind, scalar.text), scalar.map.span(0..<scalar.text.utf8.count))) },
      subject: { scalar in
        guard let key = FactKey(link: scalar.text) else { return }
        let length = scalar.text.utf8.count
        named.append((key, scalar.map.span(length - key.id.utf8.count..<length)))
      },
      markdown: { texts.append($0) }
    ).record(node, fields)
    for (key, span) in named { add(key, span) }
    // A link has brackets or pointed ones; a text without is not read.
    for text in texts where text.text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }) {
      prose(MarkdownParser.inline(text.text, map: text.map, log: &log), from: "Content/facts/")
    }
  }

  // MARK: Prose

  private mutating func page() {
    var pending = MarkdownParser.parse(file, log: &log).blocks
    while let block = pending.popLast() {
      switch block.kind {
      case .paragraph(let inlines): prose(inlines, from: file.path)
      case .heading(let heading): prose(heading.inlines, from: file.path)
      case .quote(let blocks), .alert(_, let blocks): pending += blocks
      case .list(let list): for item in list.items { pending += item.blocks }
      case .table(let table): for cell in table.head + table.rows.joined() { prose(cell.inlines, from: file.path) }
      case .code(let code): view(code)
      case .html, .comment, .thematicBreak, .figure: break
      }
    }
  }

  private mutating func prose(_ inlines: [Inline], from source: String) {
    var pending = inlines
    while let inline = pending.popLast() {
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner): pending += inner
      case .link(let link):
        pending += link.inlines
        let key: FactKey
        switch FactLink(link.destination, in: source) {
        case .fact(let named): key = named
        case .citation(let id): key = FactKey(.sources, id)
        default: continue
        }
        let typed = link.destinationSpan
        let isPlain = file.bytes[typed.range].elementsEqual(link.destination.utf8)
        add(key, isPlain ? typed.slice(typed.range.count - key.id.utf8.count..<typed.range.count) : typed)
      default: break
      }
    }
  }

  /// A fenced block that shows facts.
  private mutating func view(_ code: CodeBlock) {
    guard let view = FactBlock.View(rawValue: code.info), let node = YAMLReader.read(code.literal, map: code.map, log: &log) else { return }
    record(node, FactBlock.Options.table.declarations)
    if let kind = view.shownKind, let scalar = node.mapping?.first(where: { $0.key == "id" })?.value.scalar {
      add(FactKey(kind, scalar.text), scalar.map.span(0..<scalar.text.utf8.count))
    }
  }
}

extension FactBlock.View {
  /// The kind of the one record that the view shows; nil where it shows several.
  package var shownKind: FactKind? {
    switch self {
    case .claim, .quote: .claims
    case .event: .events
    case .timeline, .claims, .positions, .questions, .sources, .chart: nil
    }
  }
}

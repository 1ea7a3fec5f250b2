import Diagnostics
import Facts
import YAML

/// The text of what stands in brackets or braces, its fields in the order of their table; everything else is as it was typed.
struct FlowOrder {
  let file: SourceFile
  let comments: Comments

  func text(_ node: YAMLNode, _ shape: FieldShape?) -> String {
    guard comments.all(in: node.span.range).isEmpty else { return file.text(node.span) }
    switch node.value {
    case .scalar: return file.text(node.span)
    case .sequence(let items): return joined(node, items.map { ($0.span.range, text($0, shape?.itemShape)) })
    case .mapping(let entries):
      let fields = shape?.recordFields ?? []
      let slots = entries.map { $0.keySpan.start..<max($0.keySpan.end, $0.value.span.end) }
      let texts = zip(entries, slots).map { entry, slot in
        let field = fields.first { $0.name == entry.key }
        let value = entry.value.isEmpty ? "" : text(entry.value, field?.shape)
        return file.text(slot.lowerBound..<max(entry.keySpan.end, entry.value.span.start)) + value
      }
      let order = entries.indices.sorted { left, right in
        (place(entries[left], fields), left) < (place(entries[right], fields), right)
      }
      return joined(node, zip(slots, order).map { ($0, texts[$1]) })
    }
  }

  private func place(_ entry: YAMLEntry, _ fields: [FieldDeclaration]) -> Int {
    fields.firstIndex { $0.name == entry.key } ?? (fields.isEmpty ? 0 : fields.count)
  }

  /// A node's text with other texts in some of its ranges.
  private func joined(_ node: YAMLNode, _ parts: [(range: Range<Int>, text: String)]) -> String {
    var text = ""
    var position = node.span.start
    for part in parts {
      text += file.text(position..<part.range.lowerBound) + part.text
      position = part.range.upperBound
    }
    return text + file.text(position..<node.span.end)
  }
}

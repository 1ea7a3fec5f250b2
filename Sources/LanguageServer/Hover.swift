import Briefing
import Diagnostics
import Facts

/// What is known of that at which the pointer rests: a record, or the meaning of a field or a word.
struct Hover {
  let briefing: BriefingAtHand
  let names: KnownNames
  let file: SourceFile
  let offset: Int
  let unit: ColumnUnit
  /// Whether the editor shows Markdown as such.
  let showsMarkdown: Bool

  /// The answer to `textDocument/hover`; null where there is nothing to say.
  func answer(mention: Mention?) -> JSONValue {
    if let mention, let card = RecordCard(briefing).markdown(of: mention.key) {
      return answer(card, mention.span.range)
    }
    guard case .fields(let shape, let range, _) = TextRegion(file, at: offset), let word = word else { return .null }
    guard let place = FieldPlace(file, range: range, at: word.upperBound) else { return .null }
    let text = file.text(word)
    let shapes = shape.shapes(at: place.path)
    switch place.slot {
    case .name:
      guard let field = shapes.flatMap(\.fields).first(where: { $0.name == text }) else { return .null }
      let need = field.isRequired ? "required" : "optional"
      return answer("**\(field.name)** (\(need)): \(field.meaning)\n\n\(field.shape.words)", word)
    case .value:
      for case .name(let vocabulary) in shapes {
        if let name = names[vocabulary].first(where: { $0.id == text }), !name.meaning.isEmpty {
          return answer("**\(name.id)**: \(name.meaning)", word)
        }
      }
      return .null
    }
  }

  private func answer(_ markdown: String, _ range: Range<Int>) -> JSONValue {
    .members([
      "contents": .members(["kind": showsMarkdown ? "markdown" : "plaintext", "value": .string(markdown)]),
      "range": file.range(range, in: unit),
    ])
  }

  /// The word at the pointer: letters, digits, hyphens and underscores.
  private var word: Range<Int>? {
    func isPart(_ index: Int) -> Bool {
      guard file.bytes.indices.contains(index) else { return false }
      switch file.bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        return true
      default: return false
      }
    }
    var start = offset
    var end = offset
    while isPart(start - 1) { start -= 1 }
    while isPart(end) { end += 1 }
    return start < end ? start..<end : nil
  }
}

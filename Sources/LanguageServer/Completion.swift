import Briefing
import Diagnostics
import Facts

/// What can be written at a cursor: fields, ids, words of a fixed set, links.
struct Completion {
  let names: KnownNames
  let file: SourceFile
  let offset: Int
  let unit: ColumnUnit

  /// The kinds of items that are told apart (LSP 3.17, CompletionItemKind).
  private enum Sort: Int {
    case field = 5
    case module = 9
    case value = 12
    case keyword = 14
    case file = 17
    case reference = 18
    case enumMember = 20
  }

  /// The items, in the order in which they are to be shown; none where nothing is known of the place.
  func items() -> [JSONValue] {
    switch TextRegion(file, at: offset) {
    case .fields(let shape, let range, let view):
      guard let place = FieldPlace(file, range: range, at: offset) else { return [] }
      return items(at: place, in: shape, view: view)
    case .fence(let typed):
      return FactBlock.View.allCases.map { item($0.rawValue, .keyword, "a view of the facts", typed: typed) }
    case .prose: return links()
    case nil: return []
    }
  }

  // MARK: Fields

  private func items(at place: FieldPlace, in root: FieldShape, view: FactBlock.View?) -> [JSONValue] {
    let shapes = root.shapes(at: place.path)
    switch place.slot {
    case .name(let taken):
      let fields = shapes.flatMap(\.fields).filter { !taken.contains($0.name) }
      var items: [JSONValue] = []
      for (index, field) in fields.enumerated() {
        let ending = field.shape.isBlock ? ":" : ": "
        items.append(
          item(
            field.name, .field, (field.isRequired ? "required: " : "") + field.shape.words, field.meaning, typed: place.typed,
            text: field.name + ending, order: (field.isRequired ? "0" : "1") + Self.order(index)))
      }
      // An item of a list: after a hyphen, or in brackets that go over several lines.
      for shape in place.path.last == .item ? shapes : shapes.flatMap(\.items) {
        items += values(of: shape, place, inBrackets: true, view: view)
      }
      return items
    case .value(let inBrackets):
      if case .key("id")? = place.path.last, let kind = view?.shownKind { return references(kind, place.typed) }
      if case .item? = place.path.last, place.path.first == .key("kinds"), let view { return kinds(of: view, place.typed) }
      return shapes.flatMap { values(of: $0, place, inBrackets: inBrackets, view: view) }
    }
  }

  private func values(of shape: FieldShape, _ place: FieldPlace, inBrackets: Bool, view: FactBlock.View?) -> [JSONValue] {
    switch shape {
    case .choice(let values):
      return values.enumerated().map { item($1, .enumMember, nil, typed: place.typed, order: Self.order($0)) }
    case .flag: return ["true", "false"].map { item($0, .keyword, nil, typed: place.typed) }
    case .reference(let kind): return references(kind, place.typed)
    case .name(let vocabulary): return names[vocabulary].map { item($0.id, .value, nil, $0.meaning, typed: place.typed) }
    case .markdown: return links()
    case .list(let inner):
      // Within its brackets, an item; before them, brackets with it.
      return inner.alternatives.flatMap { inner in
        values(of: inner, place, inBrackets: true, view: view).compactMap { inBrackets ? $0 : bracketed($0) }
      }
    case .either(let shapes): return shapes.flatMap { values(of: $0, place, inBrackets: inBrackets, view: view) }
    case .text, .date, .integer, .address, .language, .mapping, .record: return []
    }
  }

  private func references(_ kind: FactKind, _ typed: Range<Int>) -> [JSONValue] {
    names[kind].map { item($0.id, .reference, kind.singular, $0.meaning, typed: typed) }
  }

  /// The kinds by which a view can be narrowed.
  private func kinds(of view: FactBlock.View, _ typed: Range<Int>) -> [JSONValue] {
    let kinds: [FactKind] =
      switch view {
      case .timeline: [.events]
      case .claims: [.claims]
      case .sources: [.sources]
      case .chart: [.claims, .events]
      case .positions, .questions, .claim, .quote, .event: []
      }
    let fields = kinds.compactMap { kind in kind.declaration.fields.first { $0.name == "kind" } }
    return fields.flatMap { field in
      if case .choice(let values) = field.shape { values.map { item($0, .enumMember, nil, typed: typed) } } else { [JSONValue]() }
    }
  }

  /// The same item with brackets around what is written.
  private func bracketed(_ item: JSONValue) -> JSONValue? {
    guard case .object(let members) = item else { return nil }
    return .object(
      members.map { member in
        guard member.name == "textEdit", case .object(let edit) = member.value else { return member }
        return .init(
          "textEdit",
          .object(
            edit.map { part in
              guard part.name == "newText", case .string(let text) = part.value else { return part }
              return .init("newText", .string("[\(text)]"))
            }))
      })
  }

  // MARK: Links

  /// `](claim:some-` and the like, in prose and in fields with Markdown.
  private func links() -> [JSONValue] {
    let line = file.lineRange(file.line(at: offset))
    let before = file.bytes[line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound))]
    let token = before.suffix(while: {
      Self.isPartOfID($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/")
    })
    let opener = before.prefix(upTo: token.startIndex)
    let isLink = opener.hasSuffix("](")
    guard isLink || opener.last == UInt8(ascii: "<") else { return [] }
    if let colon = token.firstIndex(of: UInt8(ascii: ":")) {
      let scheme = String(decoding: token[..<colon], as: UTF8.self)
      guard FactLink.schemes.contains(scheme), let kind = FactKind(singular: scheme) else { return [] }
      return references(kind, colon + 1..<offset)
    }
    let typed = token.startIndex..<offset
    let schemes = FactLink.schemes.enumerated().map { index, scheme in
      item(
        scheme + ":", .module, "a link to \(FactKind(singular: scheme)?.withArticle ?? scheme)", typed: typed,
        order: "0" + Self.order(index))
    }
    guard isLink else { return schemes }
    let folders = file.path.hasPrefix("Content/facts/") ? 0 : file.path.utf8.count { $0 == UInt8(ascii: "/") } - 1
    let up = String(repeating: "../", count: folders)
    return schemes + names[.pages].map { item(up + $0.id, .file, nil, $0.meaning, typed: typed, order: "1" + $0.id) }
  }

  private static func isPartOfID(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Items

  /// The replaced text is told, since a hyphen ends a word for many editors.
  private func item(
    _ label: String, _ sort: Sort, _ detail: String?, _ documentation: String = "", typed: Range<Int>, text: String? = nil,
    order: String? = nil
  ) -> JSONValue {
    .members([
      "label": .string(label), "kind": .integer(sort.rawValue), "detail": detail.map(JSONValue.string),
      "documentation": documentation.isEmpty ? nil : .string(documentation), "sortText": order.map(JSONValue.string),
      "filterText": .string(label),
      "textEdit": .members(["range": file.range(typed, in: unit), "newText": .string(text ?? label)]),
    ])
  }

  private static func order(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
}

extension ArraySlice<UInt8> {
  /// The longest end of which every byte is wanted.
  fileprivate func suffix(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isWanted(self[start - 1]) { start -= 1 }
    return self[start...]
  }

  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}

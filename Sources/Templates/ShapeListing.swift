extension ViewShape {
  /// The names, types and meanings of this shape and of all that it holds, as text for a terminal; each shape stands once.
  ///
  /// ```
  /// page: A page.
  ///   title        text             The title.
  ///   people       list of person   People.
  ///
  /// person: Somebody.
  ///   href?        url              The page; a `?` says that it may be absent.
  /// ```
  package func listing() -> String {
    var seen: Set<UInt64> = []
    return Self.listing([self], seen: &seen)
  }

  /// The listing of several shapes; what they share stands once.
  package static func listing(_ shapes: [ViewShape]) -> String {
    var seen: Set<UInt64> = []
    return listing(shapes, seen: &seen)
  }

  private static func listing(_ shapes: [ViewShape], seen: inout Set<UInt64>) -> String {
    var waiting = shapes
    var next = 0
    var paragraphs: [String] = []
    while next < waiting.count {
      let shape = waiting[next]
      next += 1
      guard seen.insert(shape.fingerprint).inserted else { continue }
      paragraphs.append(shape.paragraph)
      waiting += shape.fields.compactMap(\.type.innerShape)
    }
    return paragraphs.joined(separator: "\n")
  }

  private var paragraph: String {
    let rows = fields.map { (name: $0.name + ($0.isOptional ? "?" : ""), type: $0.type.description, meaning: $0.meaning) }
    let nameWidth = rows.map(\.name.count).max() ?? 0
    let typeWidth = rows.map(\.type.count).max() ?? 0
    var text = "\(name): \(meaning)\n"
    for row in rows { text += "  \(row.name.padded(to: nameWidth))  \(row.type.padded(to: typeWidth))  \(row.meaning)\n" }
    return text
  }
}

extension ViewType {
  /// The type in a listing.
  fileprivate var description: String {
    switch self {
    case .choice(let values): "one of \(values.joined(separator: ", "))"
    case .list(let element): "list of \(element.description)"
    case .record(let shape): shape.name
    case .text, .url, .markup, .json, .flag: word
    }
  }

  fileprivate var innerShape: ViewShape? {
    switch self {
    case .list(let element): element.innerShape
    case .record(let shape): shape
    case .text, .url, .markup, .json, .flag, .choice: nil
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

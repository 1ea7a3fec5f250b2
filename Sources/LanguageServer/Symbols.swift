import Briefing
import Diagnostics
import Facts

/// What stands in a file, and where a record of the project is: the outline of an editor, and its search by name.
struct Symbols {
  let session: Session
  let briefing: BriefingAtHand
  let index: MentionIndex

  /// At most so many are found by name.
  static let limit = 200

  /// The records of a file of facts, or the headings of a page.
  func answer(for file: SourceFile) -> JSONValue {
    let records = index.definitions(in: file.path)
    if !records.isEmpty {
      let symbols = zip(records, records.dropFirst().map(\.span.start) + [file.bytes.count]).map { mention, end in
        symbol(
          mention.key.id, briefing.facts.title(of: mention.key), 13, file, mention.span.start..<max(end, mention.span.end),
          mention.span.range)
      }
      return .array(symbols)
    }
    guard let page = briefing.pages.first(where: { $0.source == file.path }) else { return .array([]) }
    return .array(page.outline.map { symbol($0.title, nil, 15, file, $0.span.range, $0.span.range) })
  }

  private func symbol(
    _ name: String, _ detail: String?, _ kind: Int, _ file: SourceFile, _ whole: Range<Int>, _ own: Range<Int>
  ) -> JSONValue {
    let name = name.isEmpty ? "…" : name
    guard session.showsNesting else {
      return .members(["name": .string(name), "kind": .integer(kind), "location": session.location(file, file.span(whole))])
    }
    return .members([
      "name": .string(name), "detail": detail.map(JSONValue.string), "kind": .integer(kind),
      "range": file.range(whole, in: session.unit), "selectionRange": file.range(own, in: session.unit),
    ])
  }

  /// Records whose id or title holds the words.
  func answer(matching query: String) -> JSONValue {
    let wanted = query.lowercased()
    var found: [JSONValue] = []
    for file in briefing.files {
      for mention in index.definitions(in: file.path) where found.count < Self.limit {
        let title = briefing.facts.title(of: mention.key) ?? ""
        guard wanted.isEmpty || mention.key.text.contains(wanted) || title.lowercased().contains(wanted) else { continue }
        found.append(
          .members([
            "name": .string(mention.key.text), "kind": 13, "containerName": title.isEmpty ? nil : .string(title),
            "location": session.location(file, mention.span),
          ]))
      }
    }
    return .array(found)
  }
}

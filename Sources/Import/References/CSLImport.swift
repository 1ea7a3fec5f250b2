import Diagnostics
import Facts

/// CSL-JSON 1.0: a list of items, each a source.
enum CSLImport {
  static func read(_ desk: inout ImportDesk) {
    guard let root = desk.json() else { return }
    guard let items = root.list ?? root["items"]?.list else {
      desk.refuse("CSL-JSON is a list of items", at: root.span.slice(0..<1))
      return
    }
    for item in items {
      guard let members = item.members else {
        desk.refuse("an item of CSL-JSON is an object", at: item.span)
        continue
      }
      add(item, members, to: &desk)
    }
  }

  private static func add(_ item: JSONNode, _ members: [JSONMember], to desk: inout ImportDesk) {
    var draft = RecordDraft(.sources, at: item["title"]?.span ?? item.span.slice(0..<1))
    var fields = SourceFields()
    // Zotero's own export names items by addresses, which say nothing.
    let id = item["citation-key"]?.located ?? item["id"]?.located
    if let id, !id.text.contains("/") { draft.givenID = id }
    draft.idCandidates = [PlainText(HTMLText(item["title"]?.text ?? "").text).text]
    for member in members {
      let value = member.value
      switch member.name {
      case "id", "citation-key", "title-short", "shortTitle", "container-title-short", "journalAbbreviation": continue
      case "type": setKind(value, &fields, &draft)
      case "title": fields.title = value.located
      case "author": draft.setAuthors(value.list?.compactMap(name) ?? [], at: value.span)
      case "container-title": fields.container = value.located
      case "publisher": fields.publisher = value.located
      case "issued": CSLDateReader.set("date", value, in: &draft)
      case "accessed": CSLDateReader.set("accessed", value, in: &draft)
      case "URL": fields.url = value.located
      case "DOI": fields.doi = value.located
      case "language": fields.language = value.located
      case "note": fields.note = value.located
      case "archive_location":
        if let place = value.located, WebAddress.isValid(place.text) {
          draft.set("archive_url", place.text, at: place.span)
        } else {
          fallthrough
        }
      default:
        if !value.isBlank { desk.passOver(member.name, at: member.nameSpan, because: "sources have no field for it") }
      }
    }
    fields.fill(&draft)
    desk.addSource(draft)
  }

  private static func setKind(_ value: JSONNode, _ fields: inout SourceFields, _ draft: inout RecordDraft) {
    let text = value.text ?? ""
    if let kind = Source.Kind(rawValue: text) {
      fields.kind = kind
    } else {
      draft.ask(
        .importBadValue, "`\(text)` is no type of CSL 1.0.2, and `document` stands in its place", at: value.span, label: "unknown type",
        help: Suggestion.didYouMean(text, among: Source.Kind.allCases.map(\.rawValue)))
    }
  }

  /// A name as it is printed: given name, particles, family name, suffix.
  private static func name(_ node: JSONNode) -> String? {
    if let literal = node["literal"]?.text ?? node.text { return literal }
    let parts = ["given", "dropping-particle", "non-dropping-particle", "family"].compactMap { node[$0]?.located?.text }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: " ") + (node["suffix"]?.located.map { ", " + $0.text } ?? "")
  }

  /// An item for the catalogue of messages.
  static func example(_ more: String) -> String {
    "[{\"id\": \"gazette\", \"type\": \"report\", \"title\": \"The harbour\", \"publisher\": \"The Desk\", \"URL\": \"https://example.org/h\"\(more)}]\n"
  }
}

extension RecordDraft {
  /// Sets the authors of a source.
  mutating func setAuthors(_ names: [String], at span: SourceSpan) {
    let names = names.map { words(of: $0, in: "author", at: span) }.filter { !$0.isEmpty }
    if !names.isEmpty { set("author", .list(names.map { .text($0) }), at: span) }
  }
}

package import Diagnostics
import Facts

/// The JSON of TimelineJS 3: an object with `events`, and perhaps a `title` slide, `eras` and a `scale`.
enum TimelineJSON {
  static func read(_ desk: inout ImportDesk) {
    guard let root = desk.json() else { return }
    guard root["timeline"]?["date"] == nil else {
      desk.refuse(
        "this is the format of TimelineJS 1 and 2", at: root["timeline"]?.span,
        help: ["bring it into the format of TimelineJS 3, with `events`, or into its spreadsheet"])
      return
    }
    guard let events = root["events"]?.list else {
      desk.refuse("this JSON has no list `events`, as TimelineJS writes it", at: root.span.slice(0..<1))
      return
    }
    for member in root.members ?? [] {
      switch member.name {
      case "events": continue
      case "scale": if member.value.text == "human" { continue }
      case "title":
        desk.passOver("title", at: member.nameSpan, because: "the title slide is no event; `briefing.yml` says what the briefing is")
        continue
      case "eras":
        for era in member.value.list ?? [] { add(era: era, to: &desk) }
        continue
      default: break
      }
      if !member.value.isBlank { desk.passOver(member.name, at: member.nameSpan, because: "a briefing has nothing of the kind") }
    }
    for event in events {
      guard event.members != nil else {
        desk.refuse("a slide is an object", at: event.span)
        continue
      }
      TimelineImport.add(slide(event, &desk), to: &desk)
    }
  }

  private static func slide(_ node: JSONNode, _ desk: inout ImportDesk) -> TimelineSlide {
    var slide = TimelineSlide(span: node.span.slice(0..<1))
    for member in node.members ?? [] {
      switch member.name {
      case "start_date":
        slide.start = date(member.value)
        slide.displayDate = slide.displayDate ?? member.value["display_date"]?.located
      case "end_date": slide.end = date(member.value)
      case "display_date": slide.displayDate = member.value.located ?? slide.displayDate
      case "text":
        slide.headline = member.value["headline"]?.located
        slide.text = member.value["text"]?.located
      case "media":
        slide.media = member.value["url"]?.located
        slide.mediaCredit = member.value["credit"]?.located
        slide.mediaCaption = member.value["caption"]?.located
      case "group": slide.group = member.value.located
      case "unique_id": slide.uniqueID = member.value.located
      case "location":
        if let name = member.value["name"]?.located {
          desk.passOver("location", at: name.span, because: "where a map stood is no `place` of the event")
        }
      default:
        if !member.value.isBlank { desk.passOver(member.name, at: member.nameSpan, because: "how a slide looks is not kept") }
      }
    }
    return slide
  }

  private static func date(_ node: JSONNode) -> TimelineDate {
    var date = TimelineDate()
    date.year = node["year"]?.located
    date.month = node["month"]?.located
    date.day = node["day"]?.located
    if let hour = node["hour"]?.located {
      let parts = [hour.text] + ["minute", "second"].compactMap { node[$0]?.located?.text }
      date.time = LocatedText(text: parts.joined(separator: ":"), span: hour.span)
    }
    return date
  }

  /// A stretch with a name is a phase of the briefing, which stands in `briefing.yml`, not with the facts.
  private static func add(era: JSONNode, to desk: inout ImportDesk) {
    guard case .date(let from) = date(era["start_date"] ?? era).reading, case .date(let to) = date(era["end_date"] ?? era).reading,
      let title = era["text"]?["headline"]?.located
    else {
      desk.passOver("eras", at: era.span.slice(0..<1), because: "an era has a headline, a start and an end here")
      return
    }
    let words = PlainText(HTMLText(title.text).text).text
    desk.add(phase: words, from: from, to: to, at: title.span)
  }
}

extension ImportDesk {
  /// An era of TimelineJS, as `briefing.yml` could have it.
  mutating func add(phase title: String, from: String, to: String, at span: SourceSpan) {
    add(
      Diagnostic(
        .importPhase, "the era `\(title)` is not carried over: a phase of the timeline stands in `briefing.yml`", at: span, label: "an era",
        help: ["add to its `phases`: `{title: \(ScalarWriter.flow(title)), from: \(from), to: \(to)}`"]))
  }
}

extension JSONNode {
  /// A text or a number, as typed, without the spaces around it; nil where there is none, or nothing in it.
  var located: LocatedText? {
    let text: String
    switch value {
    case .text(let string): text = string
    case .number(let digits): text = digits
    default: return nil
    }
    return text.trimmed.isEmpty ? nil : LocatedText(text: text.trimmed, span: span)
  }

  /// Whether nothing is said: null, an empty text, list or object.
  var isBlank: Bool {
    switch value {
    case .null: true
    case .text(let text): text.trimmed.isEmpty
    case .list(let nodes): nodes.isEmpty
    case .object(let members): members.isEmpty
    default: false
    }
  }
}

extension String {
  /// Without spaces and line ends at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[first...last])
  }
}

extension DiagnosticKind {
  package static let importPhase = DiagnosticKind(
    "import.phase", .warning,
    meaning:
      "An era of TimelineJS is what `phases` in `briefing.yml` are: headings of the timeline. That file is the editor's, and is not changed.",
    wrong: .init(
      "import/timelinejs.json",
      "{\"events\": [], \"eras\": [{\"start_date\": {\"year\": 2024}, \"end_date\": {\"year\": 2025}, \"text\": {\"headline\": \"The strike\"}}]}\n"
    ),
    right: .init("import/timelinejs.json", "{\"events\": [], \"eras\": []}\n"))
}

package import Diagnostics
import EDTF
import Facts

/// TimelineJS 3: each slide an event, each group a topic. It knows no sources, so that its events come as drafts.
enum TimelineImport {
  static func read(_ desk: inout ImportDesk) {
    let first = desk.file.bytes.first { !($0 <= 0x20 || $0 >= 0x80) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      TimelineJSON.read(&desk)
    } else {
      TimelineSheet.read(&desk)
    }
  }

  /// Carries a slide over as an event.
  static func add(_ slide: TimelineSlide, to desk: inout ImportDesk) {
    var draft = RecordDraft(.events, at: slide.headline?.span ?? slide.span)
    let title = slide.headline.map { draft.words(of: $0.text, in: "title", at: $0.span) } ?? ""
    draft.givenID = slide.uniqueID
    draft.idCandidates = [title]
    draft.set("title", title, at: slide.headline?.span ?? slide.span)
    setDate(of: slide, in: &draft)
    if let text = slide.text { draft.setText("summary", text.text, at: text.span, isMarkdown: true) }
    if let media = slide.media { mention(media, of: slide, in: &draft) }
    if let group = slide.group {
      let label = PlainText(group.text).text
      if !label.isEmpty, !title.isEmpty, draft.has("date"),
        let id = desk.named(.topics, label, at: group.span, make: { $0.setText("label", label, at: group.span) })
      {
        draft.set("topics", .list([.text(id)]), at: group.span)
      }
    }
    desk.add(draft)
  }

  // MARK: Dates

  private static func setDate(of slide: TimelineSlide, in draft: inout RecordDraft) {
    let span = slide.start.span ?? slide.span
    guard let start = day(slide.start, at: span, in: &draft) else { return }
    var date = start
    if !slide.end.isEmpty {
      guard let end = day(slide.end, at: slide.end.span ?? span, in: &draft) else { return }
      if end != start { date = "\(start)/\(end)" }
    }
    if let time = slide.start.time ?? slide.end.time {
      if date == start, slide.start.day != nil, let clock = slide.start.clock {
        date += clock
      } else {
        draft.ask(
          .importNoDate, "the time `\(time.text)` is not carried over: EDTF has one only for an exact day, with hours and minutes",
          at: time.span,
          label: "time", help: ["say it in the summary, if it matters"])
      }
    }
    draft.set("date", date, at: span)
    guard let shown = slide.displayDate else { return }
    let words = PlainText(HTMLText(shown.text).text).text
    guard !words.isEmpty, words != date else { return }
    var help = ["the record has `\(date)`, from the file's numbers"]
    do throws(EDTFError) { help.append("in EDTF the words are `\(try EDTFParser.parse(words).text)`") } catch {
      if let proposal = error.proposal, proposal != date { help.append("in EDTF the words may be `\(proposal)`") }
      if error.proposal == date { return }
    }
    draft.ask(
      .importNoDate, "the file shows the date as `\(words)`, which may say more or less than `\(date)`", at: shown.span, label: "shown so",
      help: help)
  }

  private static func day(_ date: TimelineDate, at span: SourceSpan, in draft: inout RecordDraft) -> String? {
    switch date.reading {
    case .date(let text): return text
    case .unclear(let why, let help):
      draft.leaveOut(
        .importNoDate, "\(draft.name) is left out: its date is unclear: \(why)", at: span, label: "no date",
        help: help + ["mend it in the file and import again, or write the event by hand"])
      return nil
    }
  }

  // MARK: What has no place

  private static func mention(_ media: LocatedText, of slide: TimelineSlide, in draft: inout RecordDraft) {
    let html = HTMLText(media.text)
    let address = PlainText(html.isMarkup ? html.addresses.first ?? html.text : media.text).text
    guard !address.isEmpty else { return }
    if WebAddress.isValid(address), !draft.addresses.contains(address) { draft.addresses.append(address) }
    let credit = [slide.mediaCredit, slide.mediaCaption].compactMap { $0.map { PlainText(HTMLText($0.text).text).text } }
      .filter { !$0.isEmpty }
    draft.tell(
      .importMedia, "media are not carried over: `\(address)`", at: media.span, label: "a picture, a video, a map, a page",
      help: (credit.isEmpty ? [] : ["its credit and caption: \(credit.joined(separator: "; "))"])
        + ["if it documents the event, make it a source; if readers need to see it, put it on a page"])
  }
}

extension DiagnosticKind {
  package static let importMedia = DiagnosticKind(
    "import.media", .warning,
    meaning: "Events here have no pictures, videos or embedded pages of their own. What the file shows beside an event is left behind.",
    wrong: .init(
      "import/timelinejs.csv",
      "Year,Month,Day,Headline,Text,Media\n2025,8,15,The harbour opens,,https://example.org/harbour.jpg\n"),
    right: .init("import/timelinejs.csv", "Year,Month,Day,Headline,Text,Media\n2025,8,15,The harbour opens,,\n"))
}

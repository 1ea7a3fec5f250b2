import Diagnostics
import Facts

/// BibTeX and BibLaTeX: each entry a source.
enum BibTeXImport {
  static func read(_ desk: inout ImportDesk) {
    var reader = BibTeXReader(desk.file)
    var count = 0
    do throws(BibTeXReader.Fault) {
      while let entry = try reader.next() {
        add(entry, to: &desk)
        count += 1
      }
      if count == 0 { desk.refuse("there is no entry of BibTeX in this file") }
    } catch {
      desk.refuse(
        "from here on this is not BibTeX: \(error.message)",
        at: desk.file.span(min(error.offset, desk.file.bytes.count)..<min(error.offset + 1, desk.file.bytes.count)),
        help: [count == 1 ? "the entry before is read, and nothing behind" : "the \(count) entries before are read, and nothing behind"])
    }
  }

  private static func add(_ entry: BibTeXEntry, to desk: inout ImportDesk) {
    var draft = RecordDraft(.sources, at: entry.key.span)
    draft.givenID = entry.key.text.isEmpty ? nil : entry.key
    var fields = SourceFields()
    let words = { (draft: inout RecordDraft, name: String, value: LocatedText?) in value.map { plain($0, in: name, &draft) } }
    let title = words(&draft, "title", entry.first("title"))
    let subtitle = words(&draft, "title", entry.first("subtitle"))
    fields.title = title.map { first in
      LocatedText(text: [first, subtitle].compactMap { $0?.text }.joined(separator: ": "), span: first.span)
    }
    draft.idCandidates = [fields.title.map { PlainText($0.text).text } ?? ""]
    if let kind = kinds[entry.type] { fields.kind = kind } else { unknownType(entry, &draft) }
    fields.publisher = words(&draft, "publisher", entry.first("publisher", "institution", "school", "organization"))
    fields.container = words(&draft, "container", entry.first("journaltitle", "journal", "booktitle", "maintitle"))
    fields.note = words(&draft, "note", entry.first("note", "annote"))
    fields.url = address(entry)
    fields.doi = entry.first("doi").map { LocatedText(text: LaTeXText($0.text).text, span: $0.span) }
    fields.language = entry.first("langid", "language").map {
      LocatedText(text: languages[$0.text.lowercased()] ?? LaTeXText($0.text).text, span: $0.span)
    }
    setAuthors(of: entry, &draft)
    BibTeXDate.set(entry, &draft)
    fields.fill(&draft)
    for name in entry.names where !taken.contains(name) {
      if let field = entry.fields[name], !field.text.trimmed.isEmpty {
        desk.passOver(
          name, at: field.span, because: name == "crossref" ? "no entry takes fields from another" : "sources have no field for it")
      }
    }
    desk.addSource(draft)
  }

  private static func unknownType(_ entry: BibTeXEntry, _ draft: inout RecordDraft) {
    draft.ask(
      .importBadValue, "`@\(entry.type)` is no usual type, and `document` stands in its place", at: entry.key.span,
      label: "an unknown type",
      help: ["set `kind` to a type of CSL 1.0.2"])
  }

  /// The words of a value; commands that are not known are asked about.
  private static func plain(_ value: LocatedText, in name: String, _ draft: inout RecordDraft) -> LocatedText {
    let latex = LaTeXText(value.text)
    if !latex.unknown.isEmpty {
      draft.ask(
        .importMarkup,
        "`\(name)` had TeX in it that is not known here (\(latex.unknown.prefix(5).map { "`\($0)`" }.joined(separator: ", ")))",
        at: value.span, label: "TeX", help: ["read it again: its words are carried over without the commands"])
    }
    return LocatedText(text: latex.text, span: value.span)
  }

  /// `url`; or the one that stands in `howpublished`; or that of an eprint at arXiv.
  private static func address(_ entry: BibTeXEntry) -> LocatedText? {
    if let url = entry.first("url") { return LocatedText(text: LaTeXText(url.text).text.trimmed, span: url.span) }
    if let how = entry.first("howpublished") {
      let text = LaTeXText(how.text).text.trimmed
      if WebAddress.isValid(text) { return LocatedText(text: text, span: how.span) }
    }
    if let eprint = entry.first("eprint"), let archive = entry.first("archiveprefix", "eprinttype"), archive.text.lowercased() == "arxiv" {
      return LocatedText(text: "https://arxiv.org/abs/" + eprint.text.trimmed, span: eprint.span)
    }
    return nil
  }

  // MARK: Authors

  private static func setAuthors(of entry: BibTeXEntry, _ draft: inout RecordDraft) {
    guard let field = entry.first("author") else { return }
    var names = split(field.text)
    if names.last == "others" {
      names.removeLast()
      draft.tell(
        .importNotCarried, "`and others` is not carried over: a source lists its authors by name", at: field.span, label: "others",
        help: ["add them to `author`, if they matter"])
    }
    draft.setAuthors(names.map { plain(LocatedText(text: inOrder($0), span: field.span), in: "author", &draft).text }, at: field.span)
  }

  /// The names between `and`s outside of braces.
  private static func split(_ text: String) -> [String] {
    var names: [String] = []
    var name: [String] = []
    var depth = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if depth == 0, word.lowercased() == "and" {
        names.append(name.joined(separator: " "))
        name = []
      } else {
        name.append(String(word))
      }
      depth += word.utf8.count { $0 == UInt8(ascii: "{") } - word.utf8.count { $0 == UInt8(ascii: "}") }
    }
    return (names + [name.joined(separator: " ")]).filter { !$0.isEmpty }
  }

  /// "Last, First" as it is printed; "von Last, Jr, First" too. Commas in braces belong to a name.
  private static func inOrder(_ name: String) -> String {
    var parts: [String] = [""]
    var depth = 0
    for character in name {
      if character == "{" { depth += 1 }
      if character == "}" { depth -= 1 }
      if character == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    parts = parts.map(\.trimmed)
    switch parts.count {
    case 2: return parts[1] + " " + parts[0]
    case 3: return parts[2] + " " + parts[0] + ", " + parts[1]
    default: return parts.joined(separator: ", ")
    }
  }

  // MARK: Tables

  private static let kinds: [String: Source.Kind] = [
    "article": .articleJournal, "book": .book, "mvbook": .book, "booklet": .pamphlet, "collection": .book, "proceedings": .book,
    "inbook": .chapter, "incollection": .chapter, "bookinbook": .chapter, "suppbook": .chapter, "inproceedings": .paperConference,
    "conference": .paperConference, "manual": .report, "techreport": .report, "report": .report, "phdthesis": .thesis,
    "mastersthesis": .thesis, "thesis": .thesis, "unpublished": .manuscript, "misc": .document, "online": .webpage, "electronic": .webpage,
    "www": .webpage, "webpage": .webpage, "dataset": .dataset, "software": .software, "patent": .patent, "periodical": .periodical,
    "reference": .book, "inreference": .entry, "letter": .personalCommunication, "legislation": .legislation, "jurisdiction": .legalCase,
    "legal": .treaty, "movie": .motionPicture, "video": .motionPicture, "image": .graphic, "artwork": .graphic, "map": .map,
    "standard": .standard, "review": .review, "performance": .performance, "newspaper": .articleNewspaper,
  ]

  private static let languages: [String: String] = [
    "english": "en", "american": "en-US", "british": "en-GB", "ukenglish": "en-GB", "usenglish": "en-US", "german": "de", "ngerman": "de",
    "austrian": "de-AT", "naustrian": "de-AT", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "brazilian": "pt-BR",
    "dutch": "nl", "polish": "pl", "czech": "cs", "russian": "ru", "ukrainian": "uk", "swedish": "sv", "danish": "da", "norwegian": "no",
    "norsk": "nb", "finnish": "fi", "greek": "el", "turkish": "tr", "hungarian": "hu", "romanian": "ro", "latin": "la",
  ]

  private static let taken: Set<String> = [
    "title", "subtitle", "publisher", "institution", "school", "organization", "journaltitle", "journal", "booktitle", "maintitle", "note",
    "annote", "url", "doi", "langid", "language", "author", "date", "year", "month", "day", "urldate", "howpublished", "eprint",
    "eprinttype",
    "archiveprefix", "shorttitle", "timestamp", "owner", "groups", "file", "date-added", "date-modified",
  ]
}

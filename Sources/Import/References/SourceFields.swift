package import Diagnostics
import Facts

/// What keepers of references know of a source, in their terms, on its way to ours.
struct SourceFields {
  var kind = Source.Kind.document
  var title: LocatedText?
  var publisher: LocatedText?
  /// The journal, newspaper, site or book that it stands in.
  var container: LocatedText?
  var url: LocatedText?
  /// A Digital Object Identifier, with or without the address of the resolver before it.
  var doi: LocatedText?
  var language: LocatedText?
  var note: LocatedText?

  /// Puts them into a record.
  ///
  /// Who published an article, a post or a page is what it stands in, unless the file names somebody: as this project's own CSL-JSON writes it.
  func fill(_ draft: inout RecordDraft) {
    draft.set("kind", kind.rawValue, at: draft.span)
    if let title { draft.setText("title", title.text, at: title.span) }
    let isHeld = publisher == nil && Self.held.contains(kind)
    if let publisher = isHeld ? container : publisher { draft.setText("publisher", publisher.text, at: publisher.span) }
    if let container, !isHeld { draft.setText("container", container.text, at: container.span) }
    if let language { draft.set("language", PlainText(language.text).text, at: language.span) }
    if let note { draft.setText("note", note.text, at: note.span, isMarkdown: true) }
    setPlace(in: &draft)
  }

  private func setPlace(in draft: inout RecordDraft) {
    if let url, WebAddress.isValid(url.text) || doi == nil {
      draft.set("url", url.text, at: url.span)
    } else if let doi {
      draft.set("url", Self.address(ofDOI: doi.text), at: doi.span)
    } else {
      draft.ask(
        .importNoPlace, "nothing says where \(draft.name) can be found", at: title?.span ?? draft.span, label: "no address",
        help: ["add `url`, or `document` with a file in assets, or `unlinked` with the reason why there is neither"])
    }
  }

  /// The address that the DOI Foundation resolves (DOI Handbook, 3.8): what no address allows is written in percent.
  private static func address(ofDOI doi: String) -> String {
    var name = doi[...]
    for prefix in ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"]
    where name.hasPrefix(prefix) {
      name = name.dropFirst(prefix.count)
    }
    var result = "https://doi.org/"
    for byte in name.trimmingPrefix(while: { $0 == " " }).utf8 {
      if byte > 0x20, byte < 0x7F, !"\"#%<>?[\\]^`{|}".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  /// What stands in something else: in a newspaper, a journal, a site.
  private static let held: Set<Source.Kind> = [
    .article, .articleJournal, .articleMagazine, .articleNewspaper, .post, .postWeblog, .webpage, .review, .broadcast, .interview,
  ]
}

extension DiagnosticKind {
  package static let importNoPlace = DiagnosticKind(
    "import.no-place", .warning,
    meaning:
      "A source says where it can be found, or why it cannot. The file does neither, so that the source is a draft until somebody does.",
    wrong: .init("import/bibtex.bib", "@book{harbour, title = {The harbour}, publisher = {The Desk}, year = 2025}\n"),
    right: .init(
      "import/bibtex.bib",
      "@book{harbour, title = {The harbour}, publisher = {The Desk}, year = 2025, url = {https://example.org/harbour}}\n"))
}

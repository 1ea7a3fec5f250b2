package import Diagnostics
import EDTF
package import Facts

/// The door: a file of another tool in, records and questions out. It never throws, and never invents.
package enum Importer {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: In valid UTF-8; its path is shown in messages and, by its last name, in comments.
  ///   - kind: What the rows of a table are; needed for `csv` alone.
  ///   - name: What the files of records are to be called, a valid id.
  package static func read(
    _ file: SourceFile, as format: ImportFormat, kind: FactKind? = nil, name: String, context: ImportContext
  ) -> ImportResult {
    var desk = ImportDesk(file: file, context: context)
    if let zero = file.bytes.firstIndex(of: 0) {
      desk.add(
        Diagnostic(
          .importUnreadable, "`\(file.path)` is not a text file", at: file.span(zero..<zero + 1), label: "a byte that is zero",
          help: ["save it as UTF-8 text: a spreadsheet as CSV, not in its own format"]))
    } else {
      switch format {
      case .timelinejs: TimelineImport.read(&desk)
      case .csv: if let kind { TableImport.read(kind, &desk) }
      case .csl: CSLImport.read(&desk)
      case .bibtex: BibTeXImport.read(&desk)
      case .claimreview: ClaimReviewImport.read(&desk)
      }
    }
    desk.finish()
    return ImportResult(source: file, log: desk.log, records: desk.records, name: name, day: context.today.text)
  }

  /// What files are called if nobody says it: after the file that is imported.
  package static func name(for path: String) -> String {
    let last = path.split(separator: "/").last ?? ""
    let stem = last.split(separator: ".").first ?? ""
    return FactID.proposal(for: "imported-" + stem) ?? "imported"
  }
}

extension ImportDesk {
  /// The file as JSON; nil where it is none, or a name stands twice in one object, which is said.
  mutating func json(range: Range<Int>? = nil) -> JSONNode? {
    do throws(JSONFault) {
      let node = try JSONReader.read(file, range: range)
      for repeated in node.repeatedNames {
        add(
          Diagnostic(
            .importRepeatedName, "`\(repeated.name)` stands twice in one object, so that nobody can tell which is meant", at: repeated.span,
            label: "again", others: [Label(repeated.first, "first here")], help: ["take one of them out, then import again"]))
      }
      return node.repeatedNames.isEmpty ? node : nil
    } catch {
      let place = min(error.offset, file.bytes.count)
      add(
        Diagnostic(
          .importUnreadable, "`\(file.path)` is not JSON: \(error.reason)", at: file.span(place..<min(place + 1, file.bytes.count)),
          label: "here", help: ["save or export it again from the tool that made it"]))
      return nil
    }
  }

  /// Says that the file is not what it was said to be.
  mutating func refuse(_ message: String, at span: SourceSpan? = nil, help: [String] = []) {
    add(Diagnostic(.importUnreadable, message, at: span ?? file.span(0..<0), label: span == nil ? "" : "here", help: help))
  }
}

extension DiagnosticKind {
  package static let importUnreadable = DiagnosticKind(
    "import.unreadable",
    meaning: "The file is not in the format that was named, or is broken. Nothing of it can be carried over.",
    wrong: .init("import/csl.json", "[{\"id\": \"gazette\", \"type\": \"report\", \"title\": \"The harbour\"\n"),
    right: .init("import/csl.json", CSLImport.example("")))

  package static let importRepeatedName = DiagnosticKind(
    "import.repeated-name",
    meaning: "A name stands twice in one object of JSON. Programs differ in which of the two they take, so that neither is.",
    wrong: .init("import/csl.json", CSLImport.example(", \"type\": \"book\"")), right: .init("import/csl.json", CSLImport.example("")))
}

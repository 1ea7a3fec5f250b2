package import Diagnostics
import EDTF
package import Facts

/// What came of an import: files of facts to be added, and all that is to be said.
package struct ImportResult: Sendable {
  /// The file that was imported.
  package let source: SourceFile
  /// Questions, and why a file could not be read at all.
  package private(set) var log: DiagnosticLog
  private var records: [ImportedRecord]
  private let name: String
  private let day: String

  /// A file to be added to the project.
  package struct File: Sendable {
    package let kind: FactKind
    /// Relative to the project's folder.
    package let path: String
    package let text: String
    package let records: [ImportedRecord]
    /// What part of the text each record takes.
    package let ranges: [Range<Int>]

    /// How many of the records are drafts.
    package var drafts: Int { records.count(where: \.isDraft) }

    /// The record in which an offset of the text lies; the next one for what stands between two.
    fileprivate func place(of offset: Int) -> Int? {
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
      }
      return low < ranges.count ? low : nil
    }
  }

  /// - Parameter name: The files' name within the folders of their kinds, a valid id.
  init(source: SourceFile, log: DiagnosticLog, records: [ImportedRecord], name: String, day: String) {
    precondition(FactID.isValid(name), "a file is named by an id")
    self.source = source
    self.log = log
    self.records = records
    self.name = name
    self.day = day
    leaveOutUnreadable()
  }

  /// A file for each kind that there are records of, by the kinds' names.
  package var files: [File] {
    FactKind.allCases.sorted().compactMap { kind in
      let records = records.filter { $0.key.kind == kind }
      guard !records.isEmpty else { return nil }
      let writer = RecordWriter(records, from: source, on: day)
      return File(kind: kind, path: path(of: kind), text: writer.text, records: records, ranges: writer.ranges)
    }
  }

  private func path(of kind: FactKind) -> String {
    "Content/facts/\(kind.rawValue)/\(name).yml"
  }

  /// Something that is wrong with a record.
  package struct Finding: Sendable {
    /// That of one of `files`.
    package let path: String
    /// Where in the file's text.
    package let offset: Int
    /// What is wrong, as the check says it.
    package let message: String

    package init(path: String, offset: Int, message: String) {
      self.path = path
      self.offset = offset
      self.message = message
    }
  }

  /// Every file is read again as a build reads it. A record that should not hold what it says is left out, and said.
  private mutating func leaveOutUnreadable() {
    let findings = files.flatMap { file in
      FactFile(file.kind, SourceFile(path: file.path, text: file.text)).log.sorted.filter { $0.severity == .error }
        .map { Finding(path: file.path, offset: $0.primary?.span.start ?? 0, message: $0.message) }
    }
    settle(findings, isLeftOut: true)
  }

  /// A check of the whole project found something wrong with records: they become drafts; one that is a draft already is left out.
  package mutating func keepBack(_ findings: [Finding]) {
    settle(findings, isLeftOut: false)
  }

  private mutating func settle(_ findings: [Finding], isLeftOut: Bool) {
    guard !findings.isEmpty else { return }
    let files = files
    var messages: [FactKey: [String]] = [:]
    for finding in findings {
      guard let file = files.first(where: { $0.path == finding.path }), let place = file.place(of: finding.offset) else { continue }
      messages[file.records[place].key, default: []].append(finding.message)
    }
    var kept: [ImportedRecord] = []
    kept.reserveCapacity(records.count)
    for var record in records {
      guard let found = messages[record.key] else {
        kept.append(record)
        continue
      }
      let isGone = isLeftOut || record.isDraft
      for message in found {
        record.questions.append(ImportedRecord.Question(text: message, span: record.span))
        log.add(
          Diagnostic(
            .importDoesNotHold, "`\(record.key.id)` would not hold: \(message)", at: record.span, label: "from here",
            help: [isGone ? "it is left out: write it by hand" : "it is carried over as a draft: mend it, then take `draft: true` out"]))
      }
      record.keepBack()
      if !isGone { kept.append(record) }
    }
    records = kept
  }
}

extension DiagnosticKind {
  package static let importDoesNotHold = DiagnosticKind(
    "import.does-not-hold", .warning,
    meaning:
      "`brief check` would refuse the record as it stands: the file says less, or something else, than a briefing needs. It is kept back, so that the project stays sound.",
    wrong: .init(
      "import/events.csv", "id,date,title,sources\nopening,9025-08-15,The harbour opens,first-paper\n"),
    right: .init("import/events.csv", "id,date,title,sources\nopening,2025-08-15,The harbour opens,first-paper\n"))
}

import ArgumentParser
import Briefing
import Diagnostics
import EDTF
import Facts
import Import
import Publishing
import Workspace
import YAML

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in records from another tool's file, and ask about what it leaves open.",
    discussion: """
      FORMATS
        timelinejs   TimelineJS 3: its JSON, or its spreadsheet saved as CSV; events and topics
        csv          a table whose columns are the fields of one kind, named by --kind
        csl          CSL-JSON, as Zotero and others export it; sources
        bibtex       BibTeX and BibLaTeX; sources
        claimreview  a saved web page with ClaimReview in it; its review, its claim and who is said to have made it

      New files are made in Content/facts/<kind>/; no file that is there is changed. What the file does not say, or says in a way that nobody \
      can be sure of, is asked about and never guessed: a record with an open question comes as a draft, which is not published, the question \
      above it; one that lacks what every such record needs is left out. `brief check` passes afterwards as it did before.
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(help: ArgumentHelp("What the file is: timelinejs, csv, csl, bibtex or claimreview.", valueName: "format"))
  var format: ImportFormat

  @Argument(help: ArgumentHelp("The file.", valueName: "file"), completion: .file())
  var file: String

  @Option(help: ArgumentHelp("What the rows of a table are, such as `claims`; for csv.", valueName: "kind"))
  var kind: FactKind?

  @Option(help: ArgumentHelp("What the new files are to be called, without an ending; after the file if not given.", valueName: "name"))
  var into: String?

  @Flag(name: .customLong("dry-run"), help: "Print the new files instead of making them.")
  var isDry = false

  @Flag(help: "List the questions one a line, without the lines that they are about.")
  var lines = false

  func validate() throws {
    if format == .csv, kind == nil {
      throw ValidationError("A table needs --kind: " + FactKind.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    if format != .csv, kind != nil { throw ValidationError("--kind is for csv; the other formats know what they hold.") }
    if let into, !FactID.isValid(into) {
      throw ValidationError("--into takes a name like an id: a small letter, then 1 to 47 small letters, digits or hyphens.")
    }
  }

  func run() async throws {
    var log = DiagnosticLog()
    guard let source = try ForeignFile.read(file, log: &log) else {
      say(log, of: SourceFile(path: file, text: ""))
      throw ExitStatus.content
    }
    let tree = try await SourceTree.read(project: options.project, jobs: options.workers, log: &log)
    var result = Importer.read(
      source, as: format, kind: kind, name: into ?? Importer.name(for: file), context: context(of: tree))
    // Until the project holds with them: a second look finds nothing more, or leaves out what cannot be mended by a draft.
    for _ in 0..<3 {
      let findings = await findings(in: result, tree)
      if findings.isEmpty { break }
      result.keepBack(findings)
    }
    say(result.log, of: source)
    let files = result.files
    if files.isEmpty {
      Terminal.say("Nothing is taken in.\n")
      throw ExitStatus.content
    }
    if isDry {
      for file in files { Terminal.print("# \(file.path)\n\n\(file.text)\n") }
    } else {
      try NewContent(project: options.project).create(files.map { ($0.path, $0.text) })
      for file in files { Terminal.print("\(file.path): \(summary(of: file))\n") }
    }
    let questions = result.log.sorted.count
    if questions > 0 {
      Terminal.say("\(questions) \(questions == 1 ? "question" : "questions"). What is open of a record stands above it.\n")
    }
    if result.log.hasErrors { throw ExitStatus.content }
  }

  // MARK: The project

  private func context(of tree: SourceTree) -> ImportContext {
    // What is wrong with the project is said by `brief check`.
    var log = DiagnosticLog()
    var files: [FactFile] = []
    var settings = BriefingSettings()
    for file in tree.readable {
      if file.path == "Content/briefing.yml" {
        if let node = YAMLReader.read(file, log: &log) { settings = BriefingSettings.read(node, file: file, log: &log) ?? settings }
      } else if file.path.hasPrefix("Content/facts/"), file.path.hasSuffix(".yml"), let kind = FactFile.kind(of: file, log: &log) {
        files.append(FactFile(kind, file))
      }
    }
    return ImportContext(FactBase(files, log: &log), today: options.day, published: settings.published.expression.bounds.latest)
  }

  /// The errors that the new files would bring into the project.
  private func findings(in result: ImportResult, _ tree: SourceTree) async -> [ImportResult.Finding] {
    let files = result.files
    let new = files.enumerated().map { SourceFile(id: FileID(tree.files.count + $0), path: $1.path, text: $1.text) }
    let plan = await Build.plan(
      Build.Input(tree, files: tree.files + new, today: options.day, jobs: options.workers))
    return plan.log.sorted.filter { $0.severity == .error }.compactMap { diagnostic in
      guard let span = diagnostic.primary?.span, let file = new.first(where: { $0.id == span.file }) else { return nil }
      return ImportResult.Finding(path: file.path, offset: span.start, message: diagnostic.message)
    }
  }

  // MARK: Words

  private func say(_ log: DiagnosticLog, of source: SourceFile) {
    let files = SourceFiles([source])
    Terminal.say(
      lines ? LineReporter(files: files).report(log.sorted) : SnippetReporter(files: files, paint: Terminal.paint(2)).report(log.sorted))
  }

  private func summary(of file: ImportResult.File) -> String {
    let count = file.records.count
    let words = "\(count) \(count == 1 ? file.kind.singular : file.kind.rawValue)"
    return file.drafts == 0
      ? words : words + ", \(file.drafts == count ? "all" : "\(file.drafts)") as \(file.drafts == 1 ? "a draft" : "drafts")"
  }
}

extension ImportFormat: ExpressibleByArgument {}

extension FactKind: ExpressibleByArgument {
  /// A kind by the name of its files or of one record: `claims`, `claim`.
  package init?(argument: String) {
    guard let kind = FactKind(rawValue: argument) ?? FactKind(singular: argument) else { return nil }
    self = kind
  }
}

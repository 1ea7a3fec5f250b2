import ArgumentParser
import Briefing
import Diagnostics
import Facts
import Publishing
import Workspace

/// Says what a page is made from, and by which way each record came into it.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say what a page is made from: which templates, prose and records, and why.",
    discussion: """
      A record is named once, with the nearest reason. While `brief serve` runs, a page is made again when any of these has changed.

        brief why claims/ceasefire-offer.html
      """)

  @OptionGroup var options: ProjectOptions

  @Argument(help: ArgumentHelp("A page, by its path in the site.", valueName: "page"))
  var page: String

  func run() async throws {
    var log = DiagnosticLog()
    let tree = try await SourceTree.read(project: options.project, jobs: options.workers, log: &log)
    var memory = BuildMemory()
    let plan = await Build.plan(Build.Input(tree, today: options.day, jobs: options.workers), reusing: &memory)
    guard let trace = memory.trace else {
      log.append(plan.log)
      Terminal.say(
        SnippetReporter(files: SourceFiles(tree.files), paint: Terminal.paint(2)).report(log.sorted.filter { $0.severity != .hint }))
      throw ExitStatus.content
    }
    guard let account = trace.account(of: page) else {
      let near = Suggestion.didYouMean(page, among: trace.paths).first
      throw ValidationError("The site has no page `\(page)`. " + (near ?? "Pages are named as in `Public`, such as `timeline.html`."))
    }
    Terminal.print(report(account, SourceFiles(tree.files)))
  }

  private func report(_ account: PageAccount, _ files: SourceFiles) -> String {
    var text = "\(page) is made from\n"
    for file in account.files { text += "  \(file)\n" }
    if account.showsAll { text += "  all facts: it shows a list of many\n" }
    let rows = account.records.map { record in
      (place: files.place(of: record.span), name: "\(record.key.kind.singular) `\(record.key.id)`", why: record.why)
    }
    let widths = (rows.map(\.place.count).max() ?? 0, rows.map(\.name.count).max() ?? 0)
    for row in rows {
      text += "  " + row.place.padded(to: widths.0) + "  " + row.name.padded(to: widths.1) + "  " + row.why + "\n"
    }
    return text
  }
}

extension SourceFiles {
  /// `Content/facts/claims.yml:12`
  fileprivate func place(of span: SourceSpan?) -> String {
    guard let span, let file = self[span.file] else { return "" }
    return "\(file.path):\(file.position(at: span.start).line)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

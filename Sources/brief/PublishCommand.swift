import ArgumentParser
import Briefing
import Diagnostics
import EDTF
import Facts
import Workspace

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Keep the facts as they are published today, as an edition.",
    discussion: """
      An edition is the file Content/editions/<date>.json. It belongs into the repository: checks hold the facts against the newest one, so \
      that nothing published is silently changed, and the site tells what changed from one to the next. Nothing is written while anything is \
      wrong. The site itself is written by `brief build`.
      """)

  @OptionGroup var options: ProjectOptions

  @Option(help: ArgumentHelp("The edition's day, as YYYY-MM-DD; today if not given.", valueName: "date"))
  var date: String?

  @Flag(help: "Put the edition of the same day anew; an older one is never touched.")
  var replace = false

  func validate() throws {
    if let date, CivilDay(iso: date) == nil { throw ValidationError("--date takes a day as YYYY-MM-DD, such as 2025-08-15.") }
  }

  func run() async throws {
    let day = date.flatMap { CivilDay(iso: $0) } ?? options.day
    let path = Edition.path(of: day)
    var clock = Timings()
    // What is replaced is no past to be measured by.
    let project = try await Project(options, clock: &clock, leavingOut: replace ? path : nil)
    Terminal.say(project.report(hints: false))
    guard let site = project.plan.site, !project.log.hasErrors else { throw ExitStatus.content }
    var log = DiagnosticLog()
    let ledger = FactLedger(files: project.tree.readable, log: &log)
    let bytes = Edition.bytes(of: ledger, day: day)

    let standing = project.tree.files.first { $0.path == path }
    if let standing {
      if standing.bytes == bytes {
        Terminal.print("\(path): nothing has changed since it was written.\n")
        return
      }
      guard replace else {
        throw refused(
          "there is an edition of \(day.text) already, and it is not the same",
          "if it has not been seen yet, `brief publish --replace` writes it anew; otherwise wait until tomorrow")
      }
    }
    let editions = project.plan.editions.filter { $0.day != day }
    if let newest = editions.last, newest.day > day {
      throw refused("the newest edition is that of \(newest.date), later than \(day.text)", "editions are added at the end only")
    }
    if day > options.day { throw refused("\(day.text) is yet to come", "an edition says what has been published") }
    if let first = site.settings.published.expression.bounds.earliest, day < first {
      throw refused("\(day.text) is earlier than the briefing's `published`, \(first.text)", "set the day on which it was really published")
    }
    let diff = editions.last.map { FactDiff(from: $0.ledger, to: ledger) }
    if let diff, let newest = editions.last, diff.isEmpty {
      Terminal.print("Nothing has changed since the edition of \(newest.date): there is nothing to publish.\n")
      return
    }
    try ContentEdit(project: options.project).write([
      ContentEdit.Change(oldPath: standing?.path, path: path, old: standing?.bytes ?? [], new: bytes)
    ])
    let counts = FactKind.allCases.map { ($0, ledger.count(of: $0)) }.filter { $0.1 > 0 }
    let what = counts.map { "\($0.1) \($0.1 == 1 ? $0.0.singular : $0.0.rawValue)" }.joined(separator: ", ")
    Terminal.print("\(path): \(what)\n")
    if let diff, let newest = editions.last {
      let changes = diff.counts
      Terminal.print(
        "Since \(newest.date): \(changes.added) added, \(changes.removed) removed, \(changes.changed) changed; `brief diff \(newest.date) \(day.text)` tells them.\n"
      )
    }
    Terminal.print("Commit it with the content, then build the site:\n  git add \(path)\n  brief build\n")
  }

  private func refused(_ why: String, _ help: String) -> ExitStatus {
    Terminal.say("Not published: \(why).\n  \(help)\n")
    return .content
  }
}

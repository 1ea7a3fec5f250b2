import ArgumentParser
import Briefing
import Diagnostics
import Facts

struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count what the briefing rests on: statuses, sources, origins, archives, reviews.",
    discussion: "With --fail-under it is a gate: it ends with 1 where a share is smaller. It may be given several times.\n\nSHARES\n"
      + Statistics.Measure.allCases.map { measure in
        "  " + measure.rawValue + String(repeating: " ", count: 10 - measure.rawValue.count) + measure.meaning
      }.joined(separator: "\n"))

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var options: ProjectOptions

  @Option(help: ArgumentHelp("How to report: a table, or one JSON document.", valueName: "format"))
  var format = Format.text

  @Option(help: ArgumentHelp("A share and the least per cents that it must reach, such as primary=60.", valueName: "share=percent"))
  var failUnder: [StatsCondition] = []

  func run() async throws {
    var clock = Timings()
    let project = try await Project(options, clock: &clock)
    guard let site = project.plan.site, !project.log.hasErrors else {
      Terminal.say(project.report(hints: false))
      throw ExitStatus.content
    }
    let statistics = Statistics(site.facts, site.settings, named: project.plan.named, today: options.day)
    let report = StatsReport(statistics: statistics, conditions: failUnder)
    Terminal.print(format == .json ? report.json : report.table)
    let failed = failUnder.filter { !statistics.reaches($0.measure, percent: $0.percent) }
    for condition in failed {
      let share = statistics.shares[condition.measure]
      Terminal.say(
        "\(condition.measure.rawValue): \(share?.part ?? 0) of \(share?.whole ?? 0) \(condition.measure.meaning), less than \(condition.percent)%\n"
      )
    }
    if !failed.isEmpty { throw ExitStatus.content }
  }
}

/// A share and the least per cents that it must reach: `primary=60`.
struct StatsCondition: ExpressibleByArgument {
  let measure: Statistics.Measure
  let percent: Int

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let measure = Statistics.Measure(rawValue: String(parts[0])), let percent = Int(parts[1]),
      (0...100).contains(percent)
    else { return nil }
    self.measure = measure
    self.percent = percent
  }
}

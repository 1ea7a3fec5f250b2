/// What `brief` costs, in ratios to what any generator must cost and to Hugo, measured in turns within one run.
///
/// `bench --brief PATH --project DIR [SIZE...]` measures; `make bench` says it. The other words are what it calls itself with, so that its own
/// memory stays small: a child's peak counts from that of its parent.
@main
struct Bench {
  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      switch arguments.first {
      case "generate" where arguments.count == 3:
        try GeneratedSite(size: Int(arguments[1]) ?? 0).write(to: arguments[2])
      case "baseline" where arguments.count == 5:
        try await Baseline.run(site: arguments[1], output: arguments[2], list: arguments[3], jobs: Int(arguments[4]) ?? 1)
      default:
        try BenchRun(arguments).run()
      }
    } catch let failure as BenchFailure {
      print("bench: \(failure.message)")
      ChildProcess.leave(1)
    } catch {
      print("bench: \(error)")
      ChildProcess.leave(1)
    }
  }
}

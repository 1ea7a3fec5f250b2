/// One run of all measurements.
struct BenchRun {
  private let brief: String
  private let project: String
  private let sizes: [Int]
  private let jobs = ChildProcess.processors
  private let hugo: String?
  /// A fresh folder in memory, if there is such a place, else beside the build.
  private let scratch: String
  private let isInMemory: Bool

  /// - Parameter arguments: `--brief PATH`, `--project DIR` and sizes in output files.
  init(_ arguments: [String]) throws(BenchFailure) {
    var brief: String?
    var project = "."
    var sizes: [Int] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "--brief": brief = rest.popFirst()
      case "--project": project = rest.popFirst() ?? "."
      default:
        guard let size = Int(word), size >= 20, size <= 100_000 else {
          throw BenchFailure("`\(word)` is no number of output files from 20 to 100000")
        }
        sizes.append(size)
      }
    }
    guard let brief else { throw BenchFailure("say where brief is: bench --brief .build/release/brief --project . [SIZE...]") }
    self.brief = brief
    self.project = project
    self.sizes = sizes.isEmpty ? [100, 1000, 10_000] : sizes
    let hugo = ChildProcess.variable("HUGO") ?? "hugo"
    self.hugo = ChildProcess.isOnPath(hugo) ? hugo : nil
    isInMemory = PlainFiles.isWritableFolder("/dev/shm")
    scratch = (isInMemory ? "/dev/shm" : project + "/.build") + "/brief-bench-\(ChildProcess.number)"
  }

  func run() throws(BenchFailure) {
    try PlainFiles.makeFolder(scratch)
    defer { _ = try? ChildProcess.run("rm", ["-rf", scratch], scratch: "/dev/null") }
    try ChildProcess.need(brief, ["--version"], scratch: errors)
    print("brief: \(brief), \(jobs) jobs; files in \(scratch)\(isInMemory ? " (memory)" : "")")
    print(hugo.map { "hugo: \($0)" } ?? "hugo: not on the PATH (nor in HUGO), left out")

    var results: [SizeResult] = []
    for size in sizes {
      let result = try measure(size)
      result.print()
      results.append(result)
    }
    let start = try startUp()
    let idle = try nothingToDo()
    Targets(results: results, startUp: start, nothingToDo: idle).print()
  }

  private var errors: String { scratch + "/stderr" }

  /// Sites of one size, built in turns by each of the builders, each into a new folder.
  private func measure(_ size: Int) throws(BenchFailure) -> SizeResult {
    let site = scratch + "/\(size)"
    try ChildProcess.need(CommandLine.arguments[0], ["generate", "\(size)", site], scratch: errors)
    try ChildProcess.need("cp", ["-R", project + "/Templates", site + "/Templates"], scratch: errors)
    let hugoSite = site + "-hugo"
    if hugo != nil { try HugoSite.write(from: site, to: hugoSite, scratch: errors) }

    // Once without measuring: it warms the caches, and gives the list of what is written.
    try buildByBrief(site, to: site + "-first")
    let files = try PlainFiles.list(site + "-first")
    guard files.count >= size else { throw BenchFailure("brief wrote \(files.count) files where at least \(size) were due") }
    let list = site + "-list"
    try PlainFiles.write(files.map { "\($0.size) \($0.path)\n" }.joined(), to: list)

    var result = SizeResult(size: size, files: files.count, bytes: files.reduce(0) { $0 + $1.size })
    for round in 0..<(size >= 5000 ? 5 : 9) {
      let built = site + "-brief-\(round)"
      let child = try buildByBrief(site, to: built)
      result.brief.append(child)
      result.phases.append(Phase.read(child.errors))
      result.idle.append(try buildByBrief(site, to: built))

      let plain = site + "-plain-\(round)"
      result.baseline.append(
        try ChildProcess.need(CommandLine.arguments[0], ["baseline", site, plain, list, "\(jobs)"], scratch: errors))
      if round == 0 { try check(plain, equals: files) }

      if let hugo {
        let rendered = site + "-hugo-\(round)"
        result.hugo.append(
          try ChildProcess.need(hugo, ["--quiet", "--source", hugoSite, "--destination", rendered, "--noBuildLock"], scratch: errors))
        if round == 0 { try check(rendered, holds: size) }
        try drop(rendered)
      }
      try drop(built)
      try drop(plain)
    }
    for folder in [site, site + "-first", hugoSite] { try drop(folder) }
    return result
  }

  @discardableResult
  private func buildByBrief(_ site: String, to output: String) throws(BenchFailure) -> ChildProcess {
    try ChildProcess.need(
      brief, ["build", "--project", site, "--output", output, "--jobs", "\(jobs)", "--today", "2025-09-13", "--timings"], scratch: errors)
  }

  /// The baseline did what it is for.
  private func check(_ folder: String, equals files: [(path: String, size: Int)]) throws(BenchFailure) {
    let made = try PlainFiles.list(folder)
    guard made.count == files.count, zip(made, files).allSatisfy({ $0.path == $1.path && $0.size == $1.size }) else {
      throw BenchFailure("the baseline did not write the files that brief wrote")
    }
  }

  private func check(_ folder: String, holds size: Int) throws(BenchFailure) {
    let pages = try PlainFiles.list(folder).filter { $0.path.hasSuffix(".html") }
    guard pages.count >= size else { throw BenchFailure("hugo wrote \(pages.count) pages where at least \(size) were due") }
  }

  /// Removes a folder, but only from memory: on a disk without a journal, creating files after a mass delete says nothing.
  private func drop(_ folder: String) throws(BenchFailure) {
    guard isInMemory else { return }
    try ChildProcess.need("rm", ["-rf", folder], scratch: errors)
  }

  private func startUp() throws(BenchFailure) -> [ChildProcess] {
    var runs: [ChildProcess] = []
    for _ in 0..<40 { runs.append(try ChildProcess.need(brief, ["--version"], scratch: errors)) }
    return runs
  }

  /// The project itself, built a second time; nothing if it has no content.
  private func nothingToDo() throws(BenchFailure) -> [ChildProcess] {
    guard PlainFiles.isWritableFolder(project + "/Content") else { return [] }
    let output = scratch + "/shipped"
    let arguments = ["build", "--project", project, "--output", output, "--jobs", "\(jobs)"]
    try ChildProcess.need(brief, arguments, scratch: errors)
    var runs: [ChildProcess] = []
    for _ in 0..<15 { runs.append(try ChildProcess.need(brief, arguments, scratch: errors)) }
    return runs
  }
}

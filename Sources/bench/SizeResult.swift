/// What was measured of sites of one size: the runs of each builder, in the same order.
struct SizeResult {
  let size: Int
  let files: Int
  let bytes: Int
  var brief: [ChildProcess] = []
  var idle: [ChildProcess] = []
  var baseline: [ChildProcess] = []
  var hugo: [ChildProcess] = []
  var phases: [[Phase]] = []

  /// The wall time of brief in units of the baseline's: the median of the rounds' own ratios, since a machine's speed changes between rounds.
  var overBaseline: Double { Median.of(zip(brief, baseline).map { $0.wall / $1.wall }) }

  /// The wall time of brief in units of Hugo's; nil without Hugo.
  var overHugo: Double? { hugo.isEmpty ? nil : Median.of(zip(brief, hugo).map { $0.wall / $1.wall }) }

  /// The most memory of brief, in bytes for each file.
  var memoryPerFile: Double { Median.of(brief.map { Double($0.peakMemory) }) / Double(files) }

  func print() {
    Swift.print("\n\(files) files, \(bytes / 1024) KiB, \(brief.count) rounds; medians")
    Swift.print(Table.row(["", "wall ms", "cpu ms", "peak MiB", "wall us/file", "cpu us/file", "x baseline", "x hugo"]))
    line("brief", brief)
    line("brief, nothing to do", idle)
    line("baseline", baseline)
    if !hugo.isEmpty { line("hugo", hugo) }
    var names: [String] = []
    for phase in phases.flatMap({ $0 }) where !names.contains(phase.name) { names.append(phase.name) }
    for name in names {
      let time = Median.of(phases.compactMap { $0.first { $0.name == name }?.milliseconds })
      Swift.print(Table.row(["  " + name, Table.number(time), "", "", Table.number(time * 1000 / Double(files)), "", "", ""]))
    }
  }

  private func line(_ name: String, _ runs: [ChildProcess]) {
    let wall = Median.of(runs.map(\.wall))
    let cpu = Median.of(runs.map(\.cpu))
    let overBaseline = Median.of(zip(runs, baseline).map { $0.wall / $1.wall })
    let overHugo = hugo.isEmpty ? "" : Table.number(Median.of(zip(runs, hugo).map { $0.wall / $1.wall }))
    Swift.print(
      Table.row([
        name, Table.number(wall * 1e3), Table.number(cpu * 1e3), Table.number(Median.of(runs.map { Double($0.peakMemory) / 1_048_576 })),
        Table.number(wall * 1e6 / Double(files)), Table.number(cpu * 1e6 / Double(files)), Table.number(overBaseline), overHugo,
      ]))
  }
}

/// The time of one phase, as `brief build --timings` tells it on stderr: `  read        12.34 ms`.
struct Phase {
  let name: String
  let milliseconds: Double

  static func read(_ errors: String) -> [Phase] {
    errors.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard line.hasPrefix("  "), words.count >= 3, words.last == "ms", let time = Double(words[words.count - 2]) else { return nil }
      return Phase(name: words.dropLast(2).joined(separator: " "), milliseconds: time)
    }
  }
}

/// The middle of some numbers.
enum Median {
  static func of(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// Numbers in columns.
enum Table {
  static func row(_ cells: [String]) -> String {
    cells.enumerated().map { index, cell in
      let gap = String(repeating: " ", count: max(0, (index == 0 ? 22 : 13) - cell.count))
      return index == 0 ? cell + gap : gap + cell
    }.joined()
  }

  /// With one digit behind the point from 100 on, two below.
  static func number(_ value: Double) -> String {
    let digits = value >= 100 ? 1 : 2
    let unit = digits == 1 ? 10 : 100
    let scaled = Int((value * Double(unit)).rounded())
    let fraction = String(scaled % unit)
    return "\(scaled / unit)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

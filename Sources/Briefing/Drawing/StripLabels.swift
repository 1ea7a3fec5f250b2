/// Finds room for the names of key events, for wide and for narrow pages apart.
///
/// In the order of time each name tries the lowest row, behind its leader and then before it. It must not meet another name, nor a leader a name; all
/// places being per cent and all widths pixels, what is apart at the narrowest width stays apart. A title too long is cut after a word; one that finds
/// no room is not shown: the mark's own title and the list have it.
struct StripLabels {
  /// More names are not tried.
  static let limit = 60

  private struct Placed {
    let mark: Int
    let row: Int
    /// In pixels at the width that is tried.
    let text: Range<Int>
    let leader: Int
    let label: String
    let isBehind: Bool
  }

  let visibility: StripClass
  private let width: Int
  private var placed: [Placed] = []

  /// - Parameter points: the marks of key events that are points.
  init(_ points: [StripMark], for visibility: StripClass) {
    self.visibility = visibility
    width = visibility == .wide ? StripMetrics.wide : StripMetrics.narrow
    let limits = Self.limits(visibility)
    for (index, mark) in points.prefix(Self.limit).enumerated() { place(mark, index, limits) }
  }

  /// How wide a name may be, in pixels, tried in this order.
  private static func limits(_ visibility: StripClass) -> [Int] {
    visibility == .wide ? [250, 170, 110] : [150, 110, 80]
  }

  var rows: Int { placed.reduce(0) { max($0, $1.row + 1) } }

  private mutating func place(_ mark: StripMark, _ index: Int, _ limits: [Int]) {
    let leader = mark.x.hundredths * width / StripMetrics.whole
    var last: String?
    for limit in limits {
      guard let label = StripText.fitted(mark.event.label ?? mark.event.title, within: limit), label != last else { continue }
      last = label
      let length = StripText.width(label)
      for row in 0..<StripMetrics.labelRows {
        for isBehind in [true, false] {
          let text = isBehind ? leader + 4..<leader + 4 + length : leader - 4 - length..<leader - 4
          guard text.lowerBound >= 0, text.upperBound <= width, isFree(text, leader: leader, row: row) else { continue }
          placed.append(Placed(mark: index, row: row, text: text, leader: leader, label: label, isBehind: isBehind))
          return
        }
      }
    }
  }

  private func isFree(_ text: Range<Int>, leader: Int, row: Int) -> Bool {
    placed.allSatisfy { other in
      if other.row == row, other.text.lowerBound < text.upperBound + 6, text.lowerBound < other.text.upperBound + 6 { return false }
      if other.row < row, other.text.lowerBound - 3 < leader, leader < other.text.upperBound + 3 { return false }
      if other.row >= row, text.lowerBound - 3 < other.leader, other.leader < text.upperBound + 3 { return false }
      return other.row != row || leader < other.text.lowerBound - 3 || leader > other.text.upperBound + 3
    }
  }

  /// The labels, their rows counted upwards from that height.
  func labels(of points: [StripMark], bottom: Int) -> [StripLabel] {
    placed.map { place in
      let mark = points[place.mark]
      let y = bottom - 5 - place.row * StripMetrics.labelRow
      return StripLabel(
        x: mark.x, y: y, dx: place.isBehind ? 4 : -4, anchor: place.isBehind ? "start" : "end", text: place.label, visibility: visibility,
        leader: y - 9..<mark.y - 5)
    }
  }

  /// The name beside a bar, if there is room in its row.
  static func label(beside bar: StripMark, in stack: StripStack, for visibility: StripClass) -> StripLabel? {
    let width = visibility == .wide ? StripMetrics.wide : StripMetrics.narrow
    // On narrow pages a box may reach further than the bar.
    let end = visibility == .wide ? bar.reach.upperBound : bar.room.upperBound
    let room = (stack.next(in: bar.row, after: bar.room.upperBound) - end) * width / StripMetrics.whole - 12
    guard let text = StripText.fitted(bar.event.label ?? bar.event.title, within: min(room, limits(visibility)[0])) else {
      return nil
    }
    return StripLabel(x: ChartPercent(end), y: bar.y + 8, dx: 6, anchor: "start", text: text, visibility: visibility, leader: nil)
  }

  /// The labels of both kinds of pages, those that are alike said once.
  static func joined(wide: [StripLabel], narrow: [StripLabel]) -> [StripLabel] {
    let shared = Set(narrow.map(\.place))
    let isShared = Set(wide.map(\.place)).intersection(shared)
    return wide.map { isShared.contains($0.place) ? $0.shown(.everywhere) : $0 } + narrow.filter { !isShared.contains($0.place) }
  }
}

extension StripLabel {
  fileprivate func shown(_ visibility: StripClass) -> StripLabel {
    StripLabel(x: x, y: y, dx: dx, anchor: anchor, text: text, visibility: visibility, leader: leader)
  }

  /// The label but for the pages that it is for.
  fileprivate var place: StripLabel { shown(.everywhere) }
}

/// Horizontal bars of stacked parts, all on one scale: the longest takes the whole width. Places are per cent, heights pixels.
package struct BarChart: Sendable {
  struct Part: Hashable, Sendable {
    let x: ChartPercent
    let width: ChartPercent
    let className: String
    let title: String
  }

  struct Row: Sendable {
    let label: String
    /// The label as there is room for it on narrow pages.
    let narrowLabel: String
    let href: String?
    let total: Int
    /// The total as it is written.
    let number: String
    let top: Int
    let parts: [Part]
  }

  /// A kind of part, with how many items it has in all.
  struct Kind: Hashable, Sendable {
    let label: String
    let className: String
    let count: Int
  }

  let rows: [Row]
  let kinds: [Kind]
  let twin: ChartTwin
  /// The number of all items.
  package let total: Int

  static let rowHeight = 40
  /// Fewer items are not drawn: the table says it better.
  package static let least = 5

  package init(_ bars: [ChartBar], words: ChartWords) {
    let counted = bars.map { Self.counted($0) }
    let totals = counted.map { $0.reduce(0) { $0 + $1.count } }
    let longest = max(totals.max() ?? 0, 1)
    var kinds: [Kind] = []
    var places: [ChartPart: Int] = [:]
    for part in counted.joined() {
      if let place = places[part.kind] {
        kinds[place] = Kind(label: part.label, className: part.className, count: kinds[place].count + part.count)
      } else {
        places[part.kind] = kinds.count
        kinds.append(Kind(label: part.label, className: part.className, count: part.count))
      }
    }
    rows = bars.indices.map { index in
      var before = 0
      let parts = counted[index].filter { $0.count > 0 }.map { part in
        let start = before * StripMetrics.whole / longest
        before += part.count
        return Part(
          x: ChartPercent(start), width: ChartPercent(before * StripMetrics.whole / longest - start), className: part.className,
          title: words.part(bars[index].label, part.label, part.count))
      }
      return Row(
        label: bars[index].label,
        narrowLabel: StripText.fitted(bars[index].label, within: StripMetrics.narrow - 48) ?? bars[index].label,
        href: bars[index].href, total: totals[index], number: words.number(totals[index]), top: index * Self.rowHeight, parts: parts)
    }
    twin = ChartTwin(
      heads: [words.name] + kinds.map(\.label) + [words.total],
      rows: bars.indices.map { index in
        var cells = [Int](repeating: 0, count: kinds.count)
        for part in counted[index] { cells[places[part.kind] ?? 0] += part.count }
        return ChartTwin.Row(label: bars[index].label, href: bars[index].href, cells: (cells + [totals[index]]).map(words.number))
      })
    self.kinds = kinds
    total = totals.reduce(0, +)
  }

  package var isShown: Bool { total >= Self.least }

  var height: Int { rows.count * Self.rowHeight }

  /// The parts as they are drawn: no negative numbers, none too large to be multiplied.
  private static func counted(_ bar: ChartBar) -> [ChartPart] {
    bar.parts.map { ChartPart(label: $0.label, className: $0.className, count: min(max($0.count, 0), 1_000_000_000)) }
  }
}

extension ChartPart {
  /// What parts of one kind share.
  fileprivate var kind: ChartPart { ChartPart(label: label, className: className, count: 0) }
}

/// How many events of one part of a line are counted instead of drawn.
struct StripMore: Hashable, Sendable {
  let x: ChartPercent
  let y: Int
  let count: Int
  let text: String
  let title: String
  /// Where the first of them stands.
  let href: String

  /// One for each part of the line, the parts as small as their texts allow.
  static func counts(of hidden: [StripMark], y: Int, words: StripWords) -> [StripMore] {
    for parts in [8, 4, 2, 1] {
      var members = [[StripMark]](repeating: [], count: parts)
      for mark in hidden {
        let middle = min(max(mark.x.hundredths, 0), StripMetrics.whole - 1)
        members[middle * parts / StripMetrics.whole].append(mark)
      }
      let room = StripMetrics.narrow / parts - 2
      let texts = members.map { $0.isEmpty ? "" : words.more($0.count) }
      guard parts == 1 || texts.allSatisfy({ StripText.width($0) <= room }) else { continue }
      return members.indices.compactMap { index in
        guard let first = members[index].first else { return nil }
        return StripMore(
          x: ChartPercent((2 * index + 1) * StripMetrics.whole / (2 * parts)), y: y, count: members[index].count, text: texts[index],
          title: words.moreTitle(members[index].count), href: first.event.href)
      }
    }
    return []
  }
}

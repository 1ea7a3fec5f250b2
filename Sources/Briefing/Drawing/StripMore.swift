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
        let isFree = (before: index == 0 || members[index - 1].isEmpty, after: index == parts - 1 || members[index + 1].isEmpty)
        return StripMore(
          x: ChartPercent(place(of: members[index], text: texts[index], part: index, of: parts, isFree)), y: y, count: members[index].count,
          text: texts[index], title: words.moreTitle(members[index].count), href: first.event.href)
      }
    }
    return []
  }

  /// Above the middle of what it counts, as far as the text stays in its part of the line, or only reaches into one that has none.
  private static func place(
    of marks: [StripMark], text: String, part: Int, of parts: Int, _ isFree: (before: Bool, after: Bool)
  ) -> Int {
    let half = StripMetrics.hundredths(StripText.width(text)) / 2
    let mean = marks.reduce(0) { $0 + $1.x.hundredths } / max(marks.count, 1)
    let start = part * StripMetrics.whole / parts
    let end = (part + 1) * StripMetrics.whole / parts
    let least = isFree.before && part > 0 ? start : start + half
    let most = isFree.after && part < parts - 1 ? end : end - half
    return least < most ? min(max(mean, least), most) : (start + end) / 2
  }
}

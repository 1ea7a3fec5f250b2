/// A short name beside the mark of a key event.
struct StripLabel: Hashable, Sendable {
  let x: ChartPercent
  let y: Int
  /// How far the text stands from the place, in pixels; negative before it.
  let dx: Int
  /// `start` or `end`, as `text-anchor` has it.
  let anchor: String
  let text: String
  let visibility: StripClass
  /// From where to where the line to the mark runs; nil beside a bar.
  let leader: Range<Int>?
}

import Templates

extension StripLane {
  static let table = ViewTable<StripLane>(
    "strip-lane", "One line of the strip with all that stands on it.",
    [
      .list("headings", headingTable, "What it covers, and what one division is; shorter on narrow pages.") { lane in
        lane.headings.map { Placed(value: $0, axis: lane.top + 14) }
      },
      .text("axis_y", "The height of the line.") { String($0.axis) },
      .list("segments", segmentTable, "The pieces of the line; all have one scale.") { lane in
        lane.segments.map { Placed(value: $0, axis: lane.axis) }
      },
      .list("breaks", breakTable, "Where time is left out.") { lane in lane.breaks.map { Placed(value: $0, axis: lane.axis) } },
      .list("ticks", tickTable, "Where divisions begin.") { lane in lane.ticks.map { Placed(value: $0, axis: lane.axis) } },
      .list("tick_labels", tickLabelTable, "The names of divisions; each begins at its tick.") { lane in
        lane.tickLabels.map { Placed(value: $0, axis: lane.tickLabelY) }
      },
      .optionalRecord("enlarged", enlargedTable, "The part of the line that the next one enlarges.") { lane in
        lane.enlarged.map { Placed(value: $0, axis: lane.axis) }
      },
      .list("labels", StripLabel.table, "The names of key events, where there is room.") { $0.labels },
      .list("marks", StripMark.table, "The marks, points first, each kind in the order of time.") { $0.marks.points + $0.marks.bars },
      .list("mores", StripMore.table, "Stacks that are not drawn to their end.") { $0.mores },
    ])

  /// A part of a line together with the height that it hangs on.
  struct Placed<Value: Sendable>: Sendable {
    let value: Value
    let axis: Int
  }

  private static let headingTable = ViewTable<Placed<Heading>>(
    "strip-heading", "A line's heading.",
    [
      .text("text", "What the line covers, and what one division is.") { $0.value.text },
      .text("y", "Its base line.") { String($0.axis) },
      .optionalText("class", "`w` on wide pages only, `nw` on narrow ones only.") { $0.value.visibility.rawValue },
    ])

  private static let segmentTable = ViewTable<Placed<Segment>>(
    "strip-segment", "A piece of a line.",
    [
      .text("x1", "Where it begins.") { $0.value.x1.text },
      .text("x2", "Where it ends.") { $0.value.x2.text },
      .text("y", "Its height.") { String($0.axis) },
    ])

  private static let breakTable = ViewTable<Placed<Break>>(
    "strip-break", "A break in a line.",
    [
      .text("x", "Its middle.") { $0.value.x.text },
      .text("y", "The line's height.") { String($0.axis) },
      .text("title", "What is left out, in words.") { $0.value.title },
    ])

  private static let tickTable = ViewTable<Placed<StripAxis.Tick>>(
    "strip-tick", "The beginning of a division, or the end of a piece.",
    [
      .text("x", "Its place.") { $0.value.x.text },
      .text("y1", "The line's height.") { String($0.axis) },
      .text("y2", "Its lower end.") { String($0.axis + 5) },
      .optionalText("class", "`w` on wide pages only, `nw` on narrow ones only.") { $0.value.visibility.rawValue },
    ])

  private static let tickLabelTable = ViewTable<Placed<StripAxis.Label>>(
    "strip-tick-label", "The name of a division.",
    [
      .text("x", "Where it begins.") { $0.value.x.text },
      .text("y", "Its base line.") { String($0.axis + 14 * $0.value.row) },
      .text("text", "The name.") { $0.value.text },
      .optionalText("class", "`w` on wide pages only, `nw` on narrow ones only.") { $0.value.visibility.rawValue },
    ])

  private static let enlargedTable = ViewTable<Placed<Enlarged>>(
    "strip-enlarged", "The part of a line that the next one enlarges.",
    [
      .text("x", "Where it begins.") { $0.value.x.text },
      .text("width", "How wide it is.") { $0.value.width.text },
      .text("y", "Its upper edge.") { String($0.axis - 3) },
      .text("title", "How many events it holds, in words.") { $0.value.title },
    ])
}

extension StripLabel {
  static let table = ViewTable<StripLabel>(
    "strip-label", "The name of a key event beside its mark.",
    [
      .text("x", "The mark's place.") { $0.x.text },
      .text("y", "The base line.") { String($0.y) },
      .text("dx", "How far from the place the text stands, in pixels.") { String($0.dx) },
      .choice("anchor", of: ["start", "end"], "Which end of the text stands there.") { $0.anchor },
      .text("text", "The title, cut after a word if it is long.") { $0.text },
      .optionalText("class", "`w` on wide pages only, `nw` on narrow ones only.") { $0.visibility.rawValue },
      .flag("has_leader", "Whether a line leads to the mark.") { $0.leader != nil },
      .text("y1", "The leader's upper end.") { String($0.leader?.lowerBound ?? $0.y) },
      .text("y2", "The leader's lower end.") { String($0.leader?.upperBound ?? $0.y) },
    ])
}

extension StripMore {
  static let table = ViewTable<StripMore>(
    "strip-more", "How many events of a part of the line are not drawn.",
    [
      .text("x", "The middle of the part.") { $0.x.text },
      .text("y", "The base line.") { String($0.y) },
      .text("count", "How many.") { String($0.count) },
      .text("text", "The number as it is shown.") { $0.text },
      .text("title", "The number in words.") { $0.title },
      .url("href", "Where the first of them stands.") { $0.href },
    ])
}

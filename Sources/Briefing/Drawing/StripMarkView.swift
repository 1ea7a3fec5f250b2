import Templates

extension StripMark {
  static let table = ViewTable<StripMark>(
    "strip-mark", "The mark of one event: a point, or one to three parts of a bar, or a box.",
    [
      .url("href", "Where the event stands.") { $0.event.href },
      .text("title", "The date in words and the event's title.") { $0.name },
      .flag("is_key", "Whether it is a key event.") { $0.event.isKey },
      .flag("is_point", "Whether it is a point.") { $0.isPoint },
      .text("x", "The middle of a point or box.") { $0.x.text },
      .text("y", "The middle of a point, the upper edge of a bar or box.") { String($0.y) },
      .list("bars", barTable, "The parts of a bar.") { mark in
        mark.bars.map { PlacedBar(bar: $0, y: mark.y, isKey: mark.event.isKey) }
      },
      .optionalRecord("box", boxTable, "A box of fixed size in place of a bar that would be too short.") { mark in
        mark.box.map { PlacedBox(box: $0, x: mark.x, y: mark.y, isKey: mark.event.isKey) }
      },
      .flag("runs_to_start", "Whether no beginning is known: it runs to the line's left edge.") { $0.runsToStart },
      .flag("runs_to_end", "Whether there is no end, or none known: it runs to the line's right edge.") { $0.runsToEnd },
      .text("arrow_y", "The middle of the bar: where an arrow stands at the edge.") { String($0.y + 4) },
    ])

  private struct PlacedBar: Sendable {
    let bar: Bar
    let y: Int
    let isKey: Bool
  }

  private struct PlacedBox: Sendable {
    let box: Box
    let x: ChartPercent
    let y: Int
    let isKey: Bool
  }

  private static let barTable = ViewTable<PlacedBar>(
    "strip-bar", "A part of a bar, true to scale, 8 pixels high.",
    [
      .text("x", "Where it begins.") { $0.bar.x.text },
      .text("width", "How wide it is.") { $0.bar.width.text },
      .text("y", "Its upper edge.") { String($0.y) },
      .flag("is_hatched", "Whether it is uncertain.") { $0.bar.isHatched },
      .flag("is_key", "Whether the event is a key event.") { $0.isKey },
      .optionalText("class", "`w` where it shows on wide pages only.") { $0.bar.visibility.rawValue },
    ])

  private static let boxTable = ViewTable<PlacedBox>(
    "strip-box", "A box of 8 by 8 pixels.",
    [
      .text("x", "Its middle.") { $0.x.text },
      .text("y", "Its upper edge.") { String($0.y) },
      .flag("is_hatched", "Whether it is uncertain.") { $0.box.isHatched },
      .flag("is_key", "Whether the event is a key event.") { $0.isKey },
      .optionalText("class", "`nw` where it shows on narrow pages only.") { $0.box.visibility.rawValue },
    ])
}

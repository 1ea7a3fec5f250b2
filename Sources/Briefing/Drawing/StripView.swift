import Templates

extension Strip {
  /// What the partial `strip` draws from. Numbers are texts: places such as `42.73%`, heights in pixels.
  package static let table = ViewTable<Strip>(
    "strip", "The overview strip of a timeline.",
    [
      .flag("is_shown", "Whether any event has a date that can be drawn.") { $0.isShown },
      .text("height", "The drawing's height in pixels.") { String($0.height) },
      .list("lanes", StripLane.table, "One line, or two if the second enlarges a dense stretch of the first.") { $0.lanes },
      .list("legend", legendTable, "The signs that occur, each with its meaning.") { strip in
        strip.legend.map { StripSign(sign: $0, text: strip.words.sign($0)) }
      },
      .texts("notes", "The caption's sentences: scale, breaks, what is enlarged, stacked, only counted or left out.") { strip in
        strip.notes.map(strip.words.note)
      },
      .list(
        "periods", StripPeriod.table,
        "The same as a list: how many events begin in each month, year or larger stretch; empty ones are left out."
      ) {
        $0.periods
      },
      .text("total", "The number of all events.") { String($0.total) },
      .optionalText("undated", "The number of events that have no date to draw, if any.") { $0.undated > 0 ? String($0.undated) : nil },
      .optionalText("hidden", "The number of events that are only counted in the drawing, if any.") {
        $0.hidden > 0 ? String($0.hidden) : nil
      },
    ])

  private static let legendTable = ViewTable<StripSign>(
    "strip-sign", "A sign of the strip and what it means; exactly one of its flags is set.",
    [
      .text("text", "What it means.") { $0.text },
      .flag("is_point", "A point: an event dated to the day.") { $0.sign == .point },
      .flag("is_key", "A filled mark: a key event.") { $0.sign == .key },
      .flag("is_bar", "A bar: a period.") { $0.sign == .bar },
      .flag("is_hatched", "Hatching: the day or an end is uncertain.") { $0.sign == .hatched },
      .flag("is_open", "An arrow at the edge: an end is open or unknown.") { $0.sign == .open },
      .flag("is_gap", "A break in the line: nothing begins or ends there.") { $0.sign == .gap },
      .flag("is_more", "A number: events that are only counted.") { $0.sign == .more },
    ])
}

/// A sign of the legend with its words.
struct StripSign: Sendable {
  let sign: StripWords.Sign
  let text: String
}

extension StripPeriod {
  static let table = ViewTable<StripPeriod>(
    "strip-period", "A month, a year or a larger stretch in which events begin.",
    [
      .text("key", "Its first day, such as `2025-08-01`.") { $0.key },
      .text("text", "The period in words.") { $0.text },
      .text("count", "How many events begin in it.") { String($0.count) },
    ])
}

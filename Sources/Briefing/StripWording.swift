import EDTF
import Facts

extension Site {
  /// The overview of the timeline as a drawing; nil where no event has a day that could be drawn.
  func strip() -> Strip? {
    let strip = Strip(timeline.map { StripEvent(self, $0) }, words: StripWords(words))
    return strip.isShown ? strip : nil
  }
}

extension StripEvent {
  /// An event of the facts, as the drawings need it.
  init(_ site: Site, _ event: Event) {
    self.init(
      id: event.id, title: site.words.set(event.title),
      dateText: site.eventDates[event.id]?.phrase.text ?? site.dates.phrase(event.date.expression).text,
      href: site.timelineAddress(of: event),
      date: event.date.expression, isKey: event.isKey, order: event.order)
  }
}

extension StripWords {
  /// The words of strip and charts, from strings.yml.
  init(_ words: Wording) {
    let date: @Sendable (CivilDay, DateStyle) -> String = { day, style in
      let year = words.year(day.year)
      let number = String(day.day)
      let inDate = words("month-in-date.\(day.month)")
      let short = words("month-short.\(day.month)")
      return switch style {
      case .day: number
      case .dayMonth: words("strip.day-month", ["day": number, "month": short])
      case .dayMonthYear: words("date.day", ["day": number, "month": short, "year": year])
      case .month: short
      case .monthYear: words("date.month", ["month": short, "year": year])
      case .year: year
      case .longDay: words("date.day", ["day": number, "month": inDate, "year": year])
      case .longMonth: words("date.month", ["month": words("month.\(day.month)"), "year": year])
      }
    }
    self.init(
      date: date,
      range: { first, last, style in words("date.from-to", ["from": date(first, style), "to": date(last, style)]) },
      heading: { range, step in
        switch step {
        case .days(let count): words.count("strip.by-days", count, ["range": range])
        case .months(let count): words.count("strip.by-months", count, ["range": range])
        case .years(let count): words.count("strip.by-years", count, ["range": range])
        }
      },
      mark: { words("strip.mark", ["date": $0, "title": $1]) }, more: { words("strip.more", ["count": words.number($0)]) },
      moreTitle: { words.count("strip.more-title", $0) }, enlarged: { words.count("strip.enlarged", $0) },
      sign: { words("strip.sign.\($0.rawValue)") },
      note: { note in
        switch note {
        case .oneScale(let pieces, let events): words.count("strip.note.one-scale", events, ["pieces": words.count("strip.pieces", pieces)])
        case .gap(let from, let to): words("strip.note.gap", ["from": from, "to": to])
        case .enlarged(let range, let events): words.count("strip.note.enlarged", events, ["range": range])
        case .stacked: words("strip.note.stacked")
        case .more(let events): words.count("strip.note.more", events)
        case .undated(let events): words.count("strip.note.undated", events)
        }
      })
  }
}

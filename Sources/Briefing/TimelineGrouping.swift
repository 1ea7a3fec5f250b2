import EDTF
import Facts

/// Puts events under headings: the briefing's phases if it has any; months if all lies within two years; years otherwise; centuries where years
/// would be hundreds.
struct TimelineGrouping {
  /// One heading and its events, oldest first: their places on the site's timeline.
  struct Group: Sendable {
    let id: String
    let title: String
    let dates: String?
    var events: [Int]
  }

  let site: Site

  func groups() -> [Group] {
    site.settings.phases.isEmpty ? byDate() : byPhase()
  }

  private func byPhase() -> [Group] {
    let phases = site.settings.phases
    var groups: [Group] = []
    var last: Int?
    for (place, event) in site.timeline.enumerated() {
      let day = event.date.expression.bounds.earliest ?? event.date.expression.bounds.latest
      let index = phases.lastIndex { phase in
        guard let day, let from = phase.from.expression.bounds.earliest, from <= day else { return false }
        return phase.to?.expression.bounds.latest.map { day <= $0 } ?? true
      }
      if groups.isEmpty || index != last {
        last = index
        let id = index.map { "phase-\($0 + 1)" } ?? "phase-0"
        // Events outside the phases may stand in several places: the first one's date tells their headings apart.
        let date = site.eventDates[event.id]?.phrase.text ?? ""
        let title = index.map { site.words.set(phases[$0].title) } ?? site.words("timeline.outside-phases", ["date": date])
        let dates = index.map { index -> String in
          let from = site.dates.phrase(phases[index].from.expression).text
          guard let to = phases[index].to else { return site.words("date.since", ["date": from]) }
          return site.words("date.from-to", ["from": from, "to": site.dates.phrase(to.expression).text])
        }
        groups.append(Group(id: Self.unique(id, groups), title: title, dates: dates, events: []))
      }
      groups[groups.count - 1].events.append(place)
    }
    return groups
  }

  private func byDate() -> [Group] {
    let days = site.timeline.compactMap { $0.date.expression.bounds.earliest ?? $0.date.expression.bounds.latest }
    let years = (days.max()?.year ?? 0).subtractingReportingOverflow(days.min()?.year ?? 0).partialValue
    var groups: [Group] = []
    for (place, event) in site.timeline.enumerated() {
      let (id, title) = heading(event, years: years)
      if groups.last?.id != id { groups.append(Group(id: id, title: title, dates: nil, events: [])) }
      groups[groups.count - 1].events.append(place)
    }
    return groups
  }

  private func heading(_ event: Event, years: Int) -> (id: String, title: String) {
    guard let day = event.date.expression.bounds.earliest ?? event.date.expression.bounds.latest else {
      return ("undated", site.words("timeline.undated"))
    }
    if years > 200 {
      // As the strip counts them: 100 BCE to 1 BCE, 1 CE to 99 CE. Years need no ordinals, of which each language has its own.
      let hundred = day.year / 100 * 100
      let (from, to) = day.year > 0 ? (max(hundred, 1), hundred + 99) : (hundred - 99, hundred)
      return ("years-\(from)", site.words("date.from-to", ["from": site.words.year(from), "to": site.words.year(to)]))
    }
    let year = site.words.year(day.year)
    if years > 2 || isWholeYear(event) { return ("year-\(day.year)", year) }
    return ("month-\(day.year)-\(day.month)", site.words("date.month", ["month": site.words("month.\(day.month)"), "year": year]))
  }

  private func isWholeYear(_ event: Event) -> Bool {
    guard case .date(let date) = event.date.expression else { return false }
    return date.monthQualification == nil
  }

  private static func unique(_ id: String, _ groups: [Group]) -> String {
    groups.contains { $0.id == id } ? "\(id)-\(groups.count + 1)" : id
  }
}

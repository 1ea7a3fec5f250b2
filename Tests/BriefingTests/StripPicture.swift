@testable import Briefing

/// A strip as a table of text: one line for each thing that is drawn.
enum StripPicture {
  static func text(_ strip: Strip) -> String {
    var lines = ["height \(strip.height)"]
    for lane in strip.lanes {
      for heading in lane.headings { lines.append(line("heading", heading.text, heading.visibility)) }
      for segment in lane.segments { lines.append("line \(segment.x1.text) to \(segment.x2.text) at \(lane.axis)") }
      for gap in lane.breaks { lines.append("break \(gap.x.text) \(gap.title)") }
      if let enlarged = lane.enlarged { lines.append("enlarged \(enlarged.x.text) + \(enlarged.width.text) \(enlarged.title)") }
      for label in lane.tickLabels { lines.append(line("tick", "\(label.x.text) \(label.text)", label.visibility)) }
      for label in lane.labels { lines.append(line("name", "\(label.x.text) \(label.y) \(label.anchor) \(label.text)", label.visibility)) }
      for mark in lane.marks.points { lines.append("\(mark.event.isKey ? "key" : "point") \(mark.x.text) \(mark.y) \(mark.event.href)") }
      for mark in lane.marks.bars { lines += bars(mark) }
      for more in lane.mores { lines.append("more \(more.x.text) \(more.y) \(more.text) \(more.href)") }
    }
    for period in strip.periods { lines.append("period \(period.text): \(period.count)") }
    return lines.joined(separator: "\n")
  }

  private static func bars(_ mark: StripMark) -> [String] {
    var lines: [String] = []
    for bar in mark.bars {
      lines.append(
        line(bar.isHatched ? "hatched" : "bar", "\(bar.x.text) + \(bar.width.text) \(mark.y) \(mark.event.href)", bar.visibility))
    }
    if let box = mark.box {
      lines.append(line(box.isHatched ? "hatched box" : "box", "\(mark.x.text) \(mark.y) \(mark.event.href)", box.visibility))
    }
    if mark.runsToStart { lines.append("arrow to the start \(mark.event.href)") }
    if mark.runsToEnd { lines.append("arrow to the end \(mark.event.href)") }
    return lines
  }

  private static func line(_ kind: String, _ text: String, _ visibility: StripClass) -> String {
    kind + " " + text + (visibility == .everywhere ? "" : " [" + visibility.rawValue + "]")
  }
}

/// The difference of two texts as `diff -u` shows it: what a dry run prints.
package enum LineDiff {
  /// - Returns: The text, with headers; empty where nothing differs. A file that is new or gone is named `/dev/null` on that side.
  package static func unified(_ old: [UInt8], named oldName: String?, _ new: [UInt8], named newName: String?) -> String {
    let before = lines(old)
    let after = lines(new)
    var text = "--- \(oldName ?? "/dev/null")\n+++ \(newName ?? "/dev/null")\n"
    let hunks = hunks(before, after)
    if hunks.isEmpty, oldName == newName { return "" }
    for hunk in hunks {
      text += "@@ -\(place(hunk.old)) +\(place(hunk.new)) @@\n"
      for line in hunk.lines { text += line.mark + line.text + "\n" }
    }
    return text
  }

  private struct Line {
    let mark: String
    let text: String
  }

  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
    var lines: [Line]
  }

  private static let context = 3

  private static func lines(_ bytes: [UInt8]) -> [String] {
    guard !bytes.isEmpty else { return [] }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() } else if let last = lines.popLast() { lines.append(last + "\n\\ No newline at end of file") }
    return lines
  }

  private static func place(_ range: Range<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }

  private static func hunks(_ old: [String], _ new: [String]) -> [Hunk] {
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var hunks: [Hunk] = []
    var kept: [Line] = []
    var (left, right) = (0, 0)
    // Lines that are the same since the last change.
    var same = 0
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) || right < new.count && inserted.contains(right) || right >= new.count {
        open(&hunks, &kept, left, right, same)
        if removed.contains(left) || right >= new.count {
          add(&hunks, Line(mark: "-", text: old[left]))
          left += 1
        } else {
          add(&hunks, Line(mark: "+", text: new[right]))
          right += 1
        }
        same = 0
      } else if left >= old.count {
        open(&hunks, &kept, left, right, same)
        add(&hunks, Line(mark: "+", text: new[right]))
        right += 1
        same = 0
      } else {
        same += 1
        kept.append(Line(mark: " ", text: old[left]))
        if same <= context, !hunks.isEmpty { add(&hunks, kept.removeLast()) }
        if kept.count > context { kept.removeFirst() }
        left += 1
        right += 1
      }
    }
    return hunks
  }

  /// Begins a hunk, or goes on with the last one if the lines between are shown anyhow.
  private static func open(_ hunks: inout [Hunk], _ kept: inout [Line], _ left: Int, _ right: Int, _ same: Int) {
    if hunks.isEmpty || same > 2 * context {
      hunks.append(Hunk(old: left - kept.count..<left - kept.count, new: right - kept.count..<right - kept.count, lines: []))
    }
    for line in kept { add(&hunks, line) }
    kept = []
  }

  private static func add(_ hunks: inout [Hunk], _ line: Line) {
    guard var hunk = hunks.popLast() else { return }
    hunk.lines.append(line)
    if line.mark != "+" { hunk.old = hunk.old.lowerBound..<hunk.old.upperBound + 1 }
    if line.mark != "-" { hunk.new = hunk.new.lowerBound..<hunk.new.upperBound + 1 }
    hunks.append(hunk)
  }
}

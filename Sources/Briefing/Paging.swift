/// Where a long list goes on: on pages of its own, of a size that is stated on each.
enum Paging {
  /// Entries on one page: claims in a table, sources, what a record's page lists.
  static let size = 250
  /// Events of the timeline on one page.
  static let events = 400
  /// Links on one page of the list of everything, which has nothing else.
  static let links = 1500

  /// Sources on one page: as many as other entries, or fewer where so much rests on them, which is listed with each, that the page would have more
  /// links than that of everything. In few steps, so that a record more seldom moves them all.
  static func sources(_ count: Int, uses: Int) -> Int {
    [size, 100, 50, 25].first { $0 * uses <= links * count } ?? 10
  }

  /// How many pages a list has; an empty one has one.
  static func count(of items: Int, by size: Int) -> Int {
    max(1, (items + size - 1) / size)
  }

  /// The part in which the item of that place, counted from 0, stands.
  static func part(of place: Int, by size: Int = size) -> Int {
    place / size + 1
  }

  /// The path of a part: `claims.html`, then `claims-2.html`. Of a record or an edition `actors/a.html`, then `actors/a_2.html`: an id may end in
  /// `-2`, but has no such line.
  static func path(_ first: String, part: Int) -> String {
    guard part > 1 else { return first }
    let isOfRecord = first.contains("/") && !first.hasPrefix("claims/")
    return "\(first.dropLast(".html".count))\(isOfRecord ? "_" : "-")\(part).html"
  }

  /// The first page of the list that a page belongs to, if it is a later one: of `claims-2.html`, `claims.html`.
  static func first(of path: String) -> String? {
    // Asked of every page: hardly any ends in a number.
    guard path.utf8.dropLast(".html".utf8.count).last.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true else {
      return nil
    }
    guard path.hasSuffix(".html"), let dash = path.lastIndex(of: "-") else { return nil }
    let number = path[path.index(after: dash)...].dropLast(".html".count)
    guard number.first != "0", number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), number != "1",
      !number.isEmpty
    else { return nil }
    return path[..<dash] + ".html"
  }

  /// Of each list what stands in one part, where the lists go over the parts one after the other; nothing of those that begin later or end before.
  static func part<Item>(_ part: Int, of lists: [[Item]], by size: Int = size) -> [[Item]] {
    var parts = [[Item]](repeating: [], count: lists.count)
    for slice in slice(lists, part: part, by: size) { parts[slice.group] = Array(slice.items) }
    return parts
  }

  /// The items of one part, by the groups that they stand in: a group that the part's edge cuts goes on in the next part.
  static func slice<Item>(_ groups: [[Item]], part: Int, by size: Int) -> [(group: Int, items: ArraySlice<Item>)] {
    let wanted = (part - 1) * size..<part * size
    var slices: [(group: Int, items: ArraySlice<Item>)] = []
    var start = 0
    for (index, items) in groups.enumerated() {
      let range = max(wanted.lowerBound, start)..<max(max(wanted.lowerBound, start), min(wanted.upperBound, start + items.count))
      if !range.isEmpty { slices.append((index, items[range.lowerBound - start..<range.upperBound - start])) }
      start += items.count
    }
    return slices
  }
}

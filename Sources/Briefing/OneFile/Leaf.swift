/// A page of the site as a part of the one file.
struct Leaf: Sendable {
  let entry: SiteMap.Entry
  /// Its anchor in the file.
  let anchor: String
  /// The ids that stand in it.
  let ids: Set<String>
  /// What its first heading says; nil where it has none.
  let title: String?

  /// The anchor of an id that stands in it. No page's anchor has a colon.
  func anchor(of id: String) -> String {
    "\(anchor):\(id)"
  }

  /// The anchor of its first heading, which has no id of its own. No id is empty.
  var headingAnchor: String {
    "\(anchor):"
  }

  /// What a page of the site holds between the tags of `main`; the whole, where it has none.
  static func content(of page: [UInt8]) -> Range<Int> {
    var walker = TagWalker(page)
    var range: Range<Int>?
    while let tag = walker.next() {
      guard tag.name == "main" else { continue }
      if tag.isEnd {
        if let start = range?.lowerBound { range = start..<tag.range.lowerBound }
      } else if range == nil {
        range = tag.range.upperBound..<page.count
      }
    }
    return range ?? 0..<page.count
  }

  /// Looks through a page for what links can lead to.
  init(_ entry: SiteMap.Entry, anchor: String, page: [UInt8]) {
    self.entry = entry
    self.anchor = anchor
    var walker = TagWalker(page, in: Self.content(of: page))
    var ids: Set<String> = []
    var title: String?
    var heading: (start: Int, depth: Int)?
    while let tag = walker.next() {
      if !tag.isEnd, let id = tag.attributes.first(where: { $0.name == "id" }) { ids.insert(walker.value(id)) }
      guard tag.name == "h1", title == nil else { continue }
      if tag.isEnd, let start = heading?.start {
        title = Self.text(page[start..<tag.range.lowerBound])
      } else if !tag.isEnd, heading == nil {
        heading = (tag.range.upperBound, 0)
      }
    }
    self.ids = ids
    self.title = title
  }

  /// The words of a heading, without its tags.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let heading = Array(bytes)
    var walker = TagWalker(heading)
    var text: [UInt8] = []
    var start = 0
    while let tag = walker.next() {
      text += heading[start..<tag.range.lowerBound]
      start = tag.range.upperBound
    }
    text += heading[start...]
    return CharacterReferences.resolved(text[...]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

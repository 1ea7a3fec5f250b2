import Templates

/// Makes a page of the site a part of the one file: its ids get the page's anchor before them, links lead to anchors, pictures are carried along,
/// and landmarks say of which page they are.
struct LeafRewriter {
  let leaf: Leaf
  let links: LeafLinks

  /// The page's content as it stands in the file.
  func content(of page: [UInt8]) -> [UInt8] {
    let range = Leaf.content(of: page)
    var walker = TagWalker(page, in: range)
    var output: [UInt8] = []
    output.reserveCapacity(range.count + range.count / 4)
    var copied = range.lowerBound
    var hasHeading = false
    while let tag = walker.next() {
      if Self.dropped.contains(tag.name) {
        // What a script or a style holds goes with it: the walker stands behind it.
        output += page[copied..<tag.range.lowerBound]
        copied = walker.position
        continue
      }
      if tag.isEnd { continue }
      var edits = tag.attributes.compactMap { attribute in edit(attribute, of: tag, walker).map { (attribute, $0) } }
      var added = ""
      if tag.name == "h1", !hasHeading {
        hasHeading = true
        if !tag.attributes.contains(where: { $0.name == "id" }) { added += " id=\"\(Escaping.escaped(leaf.headingAnchor))\"" }
      }
      if let name = download(tag, walker) { added += " download=\"\(Escaping.escaped(name))\"" }
      guard !edits.isEmpty || !added.isEmpty else { continue }
      edits.sort { $0.0.value.lowerBound < $1.0.value.lowerBound }
      output += page[copied..<tag.nameEnd]
      output += added.utf8
      copied = tag.nameEnd
      for (attribute, value) in edits {
        let start = attribute.quote == nil ? attribute.value.lowerBound : attribute.value.lowerBound - 1
        output += page[copied..<start]
        output.append(UInt8(ascii: "\""))
        Escaping.appendEscaped(value.utf8, to: &output)
        output.append(UInt8(ascii: "\""))
        copied = attribute.quote == nil ? attribute.value.upperBound : attribute.value.upperBound + 1
      }
    }
    output += page[copied..<range.upperBound]
    return output
  }

  /// What has no place, or no right, within the file's body.
  private static let dropped: Set<String> = ["script", "style", "base", "link", "meta"]
  private static let references: Set<String> = [
    "for", "headers", "list", "form", "itemref", "popovertarget", "commandfor", "data-copy", "aria-activedescendant", "aria-controls",
    "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
  ]
  private static let landmarks: Set<String> = ["nav", "section", "aside", "form", "search"]
  private static let landmarkRoles: Set<String> = ["region", "navigation", "complementary", "search", "form"]

  /// The new value of an attribute; nil where it stays.
  private func edit(_ attribute: TagWalker.Attribute, of tag: TagWalker.Tag, _ walker: TagWalker) -> String? {
    let value = walker.value(attribute)
    switch attribute.name {
    case "id": return value.isEmpty ? nil : leaf.anchor(of: value)
    case "href", "xlink:href": return href(value, of: tag, walker)
    case "src", "poster": return links.picture(value, from: leaf.entry.path)
    case "aria-label":
      guard isLandmark(tag, walker), let title = leaf.title else { return nil }
      return "\(value): \(title)"
    case _ where Self.references.contains(attribute.name):
      // Elements of forms name their form as a word; `form` on the tag of that name is no reference.
      var names = value.split(whereSeparator: \.isWhitespace).map { leaf.anchor(of: String($0)) }
      if attribute.name == "aria-labelledby", leaf.title != nil, isLandmark(tag, walker) { names.append(leaf.headingAnchor) }
      return names.isEmpty ? nil : names.joined(separator: " ")
    default: return value.contains("url(#") ? value.replacing("url(#", with: "url(#\(leaf.anchor):") : nil
    }
  }

  private func href(_ value: String, of tag: TagWalker.Tag, _ walker: TagWalker) -> String? {
    let isPermanent = tag.attributes.contains { $0.name == "rel" && walker.value($0).split(separator: " ").contains("bookmark") }
    if isPermanent, let address = links.permanent(leaf.entry.path) { return address }
    return switch links.target(of: value, from: leaf.entry.path) {
    case .anchor(let anchor): LeafLinks.href(toAnchor: anchor)
    case .address(let address): address
    case .data(let address, _): address
    case .asIs: nil
    }
  }

  /// The name under which a file is kept that a link carries; nil where it carries none, or the link says it itself.
  private func download(_ tag: TagWalker.Tag, _ walker: TagWalker) -> String? {
    guard tag.name == "a", let href = tag.attributes.first(where: { $0.name == "href" }),
      !tag.attributes.contains(where: { $0.name == "download" }),
      case .data(_, let name) = links.target(of: walker.value(href), from: leaf.entry.path)
    else { return nil }
    return name
  }

  private func isLandmark(_ tag: TagWalker.Tag, _ walker: TagWalker) -> Bool {
    if let role = tag.attributes.first(where: { $0.name == "role" }) { return Self.landmarkRoles.contains(walker.value(role)) }
    return Self.landmarks.contains(tag.name)
  }
}

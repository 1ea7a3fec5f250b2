/// A page as its tags say it is: enough of HTML to check what this project writes, and strict where it is.
struct HTMLPage {
  struct Element {
    let name: String
    /// In the order in which they stand; a value is as it stands between its quotes, with character references resolved.
    let attributes: [(name: String, value: String)]

    subscript(name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }
  }

  private(set) var elements: [Element] = []
  /// What is wrong with the text itself: a tag that is not closed, or not opened, an attribute without quotes.
  private(set) var faults: [String] = []

  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var open: [String] = []
    var index = 0
    func begins(_ word: String, at start: Int) -> Bool {
      bytes[start...].starts(with: word.utf8)
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if begins("<!--", at: index) {
        while index < bytes.count, !begins("-->", at: index) { index += 1 }
        continue
      }
      if begins("<!", at: index) {
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
        continue
      }
      var end = index + 1
      var quote: UInt8?
      while end < bytes.count, quote != nil || bytes[end] != UInt8(ascii: ">") {
        if let mark = quote {
          if bytes[end] == mark { quote = nil }
        } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
          quote = bytes[end]
        }
        end += 1
      }
      let inner = String(decoding: bytes[(index + 1)..<min(end, bytes.count)], as: UTF8.self)
      index = end + 1
      if inner.hasPrefix("/") {
        let name = String(inner.dropFirst())
        if open.last == name { open.removeLast() } else { faults.append("</\(name)> closes <\(open.last ?? "nothing")>") }
        continue
      }
      let element = read(inner)
      elements.append(element)
      // In SVG an element may close itself.
      if !Self.void.contains(element.name), !inner.hasSuffix("/") { open.append(element.name) }
      if element.name == "script" || element.name == "style" {
        while index < bytes.count, !begins("</" + element.name, at: index) { index += 1 }
      }
    }
    for name in open { faults.append("<\(name)> is not closed") }
  }

  private mutating func read(_ inner: String) -> Element {
    let name = String(inner.prefix { !$0.isWhitespace && $0 != "/" })
    var attributes: [(name: String, value: String)] = []
    for match in inner.dropFirst(name.count).matches(of: /([^\s=\/"']+)(?:\s*=\s*(?:"([^"]*)"|([^\s"]+)))?/) {
      if let value = match.3 { faults.append("<\(name)> has an attribute without quotes: \(value)") }
      attributes.append((String(match.1), Self.resolved(String(match.2 ?? match.3 ?? ""))))
    }
    let names = attributes.map(\.name)
    if Set(names).count != names.count { faults.append("<\(name)> has an attribute twice: \(names)") }
    return Element(name: name, attributes: attributes)
  }

  private static func resolved(_ value: String) -> String {
    value.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }

  /// All ids, in their order.
  var ids: [String] {
    elements.compactMap { $0["id"] }
  }

  /// The levels of the headings, in their order.
  var headingLevels: [Int] {
    elements.compactMap { $0.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) } }
  }
}

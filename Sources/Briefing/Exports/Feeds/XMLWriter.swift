/// Writes XML, element by element, straight into bytes.
struct XMLWriter {
  private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  /// Markup as it stands.
  mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// An element that holds text, and a line end.
  mutating func element(_ name: String, _ text: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    open(name, attributes, ">")
    XMLText.append(text, to: &bytes)
    raw("</\(name)>\n")
  }

  /// An element that holds nothing, and a line end.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    open(name, attributes, "/>\n")
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ end: String) {
    raw("<\(name)")
    for (name, value) in attributes {
      guard let value else { continue }
      raw(" \(name)=\"")
      XMLText.append(value, to: &bytes)
      raw("\"")
    }
    raw(end)
  }
}

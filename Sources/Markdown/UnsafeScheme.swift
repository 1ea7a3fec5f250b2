/// The URL schemes that can run code or read the reader's disk: those that cmark's safe mode refuses, by the same rule.
package enum UnsafeScheme {
  /// The scheme of the URL if it is not to be passed on: `javascript`, `vbscript`, `file`, or `data` but for PNG, GIF, JPEG and WebP images.
  package static func of(_ url: String) -> String? {
    switch url.utf8.first?.lowercased {
    case UInt8(ascii: "j"): begins(url, with: "javascript:") ? "javascript" : nil
    case UInt8(ascii: "v"): begins(url, with: "vbscript:") ? "vbscript" : nil
    case UInt8(ascii: "f"): begins(url, with: "file:") ? "file" : nil
    case UInt8(ascii: "d"): begins(url, with: "data:") && !images.contains { begins(url, with: $0) } ? "data" : nil
    default: nil
    }
  }

  private static let images = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]

  /// Whether the URL begins so, whatever the case of its letters.
  private static func begins(_ url: String, with prefix: String) -> Bool {
    var rest = url.utf8[...]
    for byte in prefix.utf8 {
      guard let found = rest.popFirst(), found.lowercased == byte else { return false }
    }
    return true
  }
}

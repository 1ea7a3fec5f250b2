/// What a request's target names in the site's folder.
///
/// The path is decoded once and taken apart at `/` before that, so that nothing encoded can become a separator. A name that could lead out of
/// the folder, or that no file of a site can have, leads nowhere.
struct RequestPath: Sendable, Hashable {
  /// The names of the path, decoded, none of them empty.
  let names: [String]
  /// Whether it ends in `/`, so that it stands for a folder.
  let namesFolder: Bool

  /// - Parameter target: The target of a request, which begins with `/`.
  /// - Returns: Nil if it can name nothing.
  init?(_ target: some StringProtocol) {
    let path = target.prefix { $0 != "?" && $0 != "#" }
    guard path.hasPrefix("/") else { return nil }
    var names: [String] = []
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropLast() + parts.suffix(1).filter({ !$0.isEmpty }) {
      guard let name = Self.decoded(part), Self.isProper(name) else { return nil }
      names.append(name)
    }
    self.names = names
    namesFolder = parts.last?.isEmpty ?? true
  }

  /// The path of the file in the site's folder that is shown for it.
  var file: String {
    (names + (namesFolder ? ["index.html"] : [])).joined(separator: "/")
  }

  private static func isProper(_ name: String) -> Bool {
    if name.isEmpty || name == "." || name == ".." || name.utf8.count > 255 { return false }
    return name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\") }
  }

  /// Undoes percent-encoding (RFC 3986, section 2.1); nil where it is not well-formed, or the result is not UTF-8.
  static func decoded(_ part: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(part.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Encodes what may not stand in a path as it is.
  static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}

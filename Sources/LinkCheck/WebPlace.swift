/// An address of the web, cut into what matters here (RFC 3986).
struct WebPlace: Hashable {
  /// `https` or `http`.
  let scheme: String
  /// The host in small letters, with its port if the address names one; without a name and a password.
  let authority: String
  /// From the first slash on, without a fragment; at least a slash.
  let path: String
  /// With its `#`; empty if there is none.
  let fragment: String

  /// Nil where it is no address of the web.
  init?(_ address: String) {
    guard let colon = address.firstIndex(of: ":") else { return nil }
    scheme = address[..<colon].lowercased()
    guard scheme == "https" || scheme == "http", address[colon...].hasPrefix("://") else { return nil }
    let rest = address[colon...].dropFirst(3)
    let host = rest.prefix { !"/?#".contains($0) }
    // A name and a password are never sent.
    authority = host.split(separator: "@", omittingEmptySubsequences: false).last.map { $0.lowercased() } ?? ""
    guard !authority.isEmpty, authority.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return nil }
    let tail = rest.dropFirst(host.count)
    let hash = tail.firstIndex(of: "#") ?? tail.endIndex
    fragment = String(tail[hash...])
    path = Self.encoded((tail.hasPrefix("/") ? "" : "/") + tail[..<hash])
  }

  /// Scheme, host and port: whom one asks.
  var origin: String { scheme + "://" + authority }

  /// What is asked for: without the fragment, which is the reader's browser's.
  var request: String { origin + path }

  var text: String { request + fragment }

  /// Where a redirect leads from here; nil where that is no address of the web. A fragment is kept if the redirect has none.
  func following(_ location: String) -> WebPlace? {
    let trimmed = location.drop { $0 == " " }
    if trimmed.hasPrefix("//") { return WebPlace(scheme + ":" + trimmed) }
    let head = trimmed.prefix { !"/?#".contains($0) }
    if head.contains(":") {
      guard let next = WebPlace(String(trimmed)) else { return nil }
      return next.fragment.isEmpty && !fragment.isEmpty ? WebPlace(next.request + fragment) : next
    }
    let tail = trimmed.contains("#") ? String(trimmed) : trimmed + fragment
    if trimmed.hasPrefix("/") { return WebPlace(origin + Self.withoutDots(tail)) }
    let base = path.prefix { $0 != "?" }
    if trimmed.hasPrefix("?") { return WebPlace(origin + base + tail) }
    let folder = base[...(base.lastIndex(of: "/") ?? base.startIndex)]
    return WebPlace(origin + Self.withoutDots(folder + tail))
  }

  /// RFC 3986, 5.2.4.
  private static func withoutDots(_ text: String) -> String {
    let end = text.firstIndex { $0 == "?" || $0 == "#" } ?? text.endIndex
    var parts: [Substring] = []
    let names = text[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      switch name {
      case ".": if isLast { parts.append("") }
      case "..":
        _ = parts.popLast()
        if isLast { parts.append("") }
      default: parts.append(name)
      }
    }
    return "/" + parts.joined(separator: "/") + text[end...]
  }

  /// What no request line may hold, in percent.
  private static func encoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F }) else { return String(text) }
    var result = ""
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7F {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }

  /// Whether it lies on this machine or within its network, as far as the address says.
  var isLocal: Bool {
    if authority.hasPrefix("[") {
      return ["[::1]", "[::]", "[fc", "[fd", "[fe8", "[fe9", "[fea", "[feb", "[::ffff:"].contains(where: authority.hasPrefix)
    }
    let host = authority.prefix { $0 != ":" }
    if host == "localhost" || host.hasSuffix(".localhost") || host.hasSuffix(".local") || host.hasSuffix(".internal") { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    // A number that is no dotted address of four bytes is read in many ways, none of them a reader's.
    guard numbers.count == 4, let first = numbers[0], let second = numbers[1], numbers[2] != nil, numbers[3] != nil else {
      return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        let digits = part.hasPrefix("0x") ? part.dropFirst(2) : part
        return !part.isEmpty && digits.allSatisfy { part.hasPrefix("0x") ? $0.isHexDigit : "0"..."9" ~= $0 }
      }
    }
    return first == 0 || first == 10 || first == 127 || first == 169 && second == 254 || first == 172 && (16...31).contains(second)
      || first == 192 && second == 168 || first >= 224
  }
}

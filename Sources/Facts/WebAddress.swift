/// What is asked of an address: RFC 3986 as far as a mistake can be told without opening it.
package enum WebAddress {
  /// Whether it is an absolute http or https address with a host and without spaces, quotes or control characters.
  package static func isValid(_ address: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return false }
    let rest = address.dropFirst(scheme.count)
    let host = rest.prefix { !"/?#".contains($0) }
    guard !host.isEmpty, host.utf8.allSatisfy({ isHostByte($0) || $0 >= 0x80 }), !host.hasPrefix("."), !host.hasPrefix(":") else {
      return false
    }
    return address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && !"<>\"{}|\\^`".unicodeScalars.contains($0) }
  }

  /// The host without `www.`: what a reader recognises.
  package static func host(of address: String) -> String {
    guard let scheme = ["https://", "http://"].first(where: address.hasPrefix) else { return "" }
    let host = String(address.dropFirst(scheme.count).prefix { !"/?#:".contains($0) })
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "@"):
      true
    default: false
    }
  }
}

/// Under which names the server answers.
///
/// A page of another site can have its own name point at 127.0.0.1 ("DNS rebinding") and would then read the drafts as if they were its own.
/// What it cannot change is the `Host` that the browser sends: its own name. So names are refused but for those of this machine, and addresses
/// are allowed, since no name server comes between.
struct AllowedHosts: Sendable, Hashable {
  /// What `--host` says.
  let bound: String

  init(bound: String) {
    self.bound = bound.lowercased()
  }

  /// - Parameter field: The value of `Host`, with a port or without; nil if there is none, as HTTP/1.0 allows.
  func allow(_ field: String?) -> Bool {
    guard let field else { return false }
    let host = Self.withoutPort(field.lowercased())
    return host == "localhost" || host.hasSuffix(".localhost") || host == bound || Self.isAddress(host)
  }

  private static func withoutPort(_ field: String) -> String {
    if field.hasPrefix("["), let end = field.firstIndex(of: "]") { return String(field[field.index(after: field.startIndex)..<end]) }
    return String(field.prefix { $0 != ":" })
  }

  /// An IPv4 address in its usual form, or what can only be an IPv6 address.
  static func isAddress(_ host: String) -> Bool {
    if host.contains(":") { return host.utf8.allSatisfy { UInt8(ascii: ":") == $0 || UInt8(ascii: ".") == $0 || isHexadecimal($0) } }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 3 && UInt8($0) != nil && !$0.hasPrefix("+") }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

import Diagnostics

/// Paths and `file:` addresses (RFC 8089).
enum FileAddress {
  /// The path of an address; nil for other schemes and other hosts.
  static func path(_ address: String) -> String? {
    guard address.lowercased().hasPrefix("file://") else { return nil }
    let rest = address.dropFirst("file://".count)
    let path = rest.hasPrefix("/") ? rest : rest.hasPrefix("localhost/") ? rest.dropFirst("localhost".count) : ""
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard let decoded = PercentEncoding.decoded(path[..<end]), !decoded.isEmpty, !decoded.utf8.contains(0) else { return nil }
    return decoded
  }

  /// The address of an absolute path.
  static func address(_ path: String) -> String {
    "file://" + PercentEncoding.encoded(path)
  }
}

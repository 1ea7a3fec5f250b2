/// Files as addresses that hold them (RFC 2397).
enum DataAddress {
  static func of(_ bytes: [UInt8], path: String) -> String {
    "data:\(mediaType(of: path));base64,\(Base64.text(of: bytes))"
  }

  private static func mediaType(of path: String) -> String {
    switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "json": "application/json"
    case "csv": "text/csv;charset=utf-8"
    case "txt", "bib", "md": "text/plain;charset=utf-8"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }
}

/// Base 64 of RFC 4648, with padding.
enum Base64 {
  static func text(of bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = bytes.count - index
      let first = bytes[index]
      let second = rest > 1 ? bytes[index + 1] : 0
      let third = rest > 2 ? bytes[index + 2] : 0
      result.append(digits[Int(first >> 2)])
      result.append(digits[Int((first & 3) << 4 | second >> 4)])
      result.append(rest > 1 ? digits[Int((second & 15) << 2 | third >> 6)] : UInt8(ascii: "="))
      result.append(rest > 2 ? digits[Int(third & 63)] : UInt8(ascii: "="))
      index += 3
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

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

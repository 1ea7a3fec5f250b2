/// What kind of file it is, by its name's ending, as `Content-Type` says it.
enum MediaType {
  /// Texts are UTF-8: that is what brief writes, and what files that are copied are mostly written in.
  static func of(path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return unknown }
    return byEnding[name[name.index(after: dot)...].lowercased()] ?? unknown
  }

  static let unknown = "application/octet-stream"
  static let page = "text/html; charset=utf-8"
  static let script = "text/javascript; charset=utf-8"
  static let style = "text/css; charset=utf-8"
  static let json = "application/json"
  static let plain = "text/plain; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"

  private static let byEnding: [String: String] = [
    "html": page, "htm": page, "css": style, "js": script, "mjs": script, "json": json, "map": json, "txt": plain, "md": plain,
    "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8", "vtt": "text/vtt; charset=utf-8",
    "xml": "application/xml", "atom": "application/atom+xml", "rss": "application/rss+xml", "xhtml": "application/xhtml+xml",
    "jsonld": "application/ld+json", "geojson": "application/geo+json", "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "tif": "image/tiff", "tiff": "image/tiff",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav",
    "mp4": "video/mp4", "webm": "video/webm", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip", "wasm": "application/wasm",
    "epub": "application/epub+zip",
  ]
}

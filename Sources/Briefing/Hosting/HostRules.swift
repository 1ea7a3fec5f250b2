/// Which headers a host is to send with which paths.
///
/// Pages are asked for again after a minute, and may be shown for an hour while that is done, so that a correction spreads fast and a crowd
/// does not reach the host. What has a name of its own for each version of its bytes is kept for a year.
struct HostRules {
  struct Header {
    let name: String
    let value: String
  }

  /// With a leading `/`; a folder's ends in `/`.
  let root: String

  init(_ site: Site) {
    root = site.absoluteRoot
  }

  /// What pages may load: the same that each page says of itself.
  static let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"

  static let everywhere = [
    Header(name: "Content-Security-Policy", value: policy), Header(name: "X-Content-Type-Options", value: "nosniff"),
    Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
    Header(name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()"),
  ]
  static let passing = Header(name: "Cache-Control", value: "public, max-age=60, stale-while-revalidate=3600, stale-if-error=86400")
  static let lasting = Header(name: "Cache-Control", value: "public, max-age=31536000, immutable")
  /// Data may be read by the pages of others.
  static let shared = Header(name: "Access-Control-Allow-Origin", value: "*")

  /// Folders whose files are named after their bytes.
  static let lastingFolders = ["cards/", "named/"]
  /// Folders of data for others.
  static let sharedFolders = ["data/", "oembed/"]
}

import Diagnostics
package import Facts

/// What a link in prose leads to.
package enum FactLink: Sendable, Hashable {
  /// `claim:id`, `event:id` and the like: a record.
  case fact(FactKey)
  /// `source:id`: a citation; the link's title is the locator.
  case citation(String)
  /// Another page of the site, by its path, and an anchor there.
  case page(path: String, anchor: String?)
  /// A file that is copied.
  case asset(String)
  /// An address elsewhere.
  case elsewhere(String)
  /// A scheme that is none of ours and none that readers can open: `calim:id`.
  case unknownScheme(String)
  /// A relative path that leaves the content folder.
  case outside

  /// Kinds whose records can be linked to.
  static let schemes = ["claim", "event", "actor", "topic", "term", "question", "source"]

  /// Reads a destination as it was written in a file of `Content/`.
  package init(_ destination: String, in source: String) {
    if destination.hasPrefix("#") {
      self = .page(path: SitePath.ofDocument(source), anchor: String(destination.dropFirst()))
      return
    }
    if let colon = destination.firstIndex(of: ":"), !destination[..<colon].contains("/") {
      let scheme = destination[..<colon].lowercased()
      if scheme == "source" {
        self = .citation(String(destination[destination.index(after: colon)...]))
      } else if Self.schemes.contains(scheme), let key = FactKey(link: destination) {
        self = .fact(key)
      } else if ["http", "https", "mailto", "tel"].contains(scheme) {
        self = .elsewhere(destination)
      } else {
        self = .unknownScheme(String(scheme))
      }
      return
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 ? String(parts[1]) : nil
    let folder = source.hasPrefix("Content/facts/") ? "" : source.dropFirst("Content/".count)
    guard let path = Self.resolve(String(parts[0]), from: String(folder)) else {
      self = .outside
      return
    }
    if path.hasSuffix(".md") {
      self = .page(path: String(path.dropLast(3)) + ".html", anchor: anchor)
    } else if path.hasSuffix(".html") {
      self = .page(path: path, anchor: anchor)
    } else {
      self = .asset(path)
    }
  }

  /// A relative path as seen from a file, without `.` and `..`; nil where it leaves the top.
  static func resolve(_ path: String, from file: String) -> String? {
    var parts = path.hasPrefix("/") ? [] : file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

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
  package static let schemes = ["claim", "event", "actor", "topic", "term", "question", "source"]

  /// Reads a destination as it was written in a file of `Content/`.
  package init(_ destination: String, in source: String) {
    if destination.hasPrefix("#") {
      self = .page(path: SitePath.ofDocument(source), anchor: String(destination.dropFirst()))
      return
    }
    if let scheme = Self.scheme(of: Array(destination.utf8)) {
      let rest = String(destination.utf8.dropFirst(scheme.utf8.count + 1)) ?? ""
      switch scheme {
      case "claim": self = .fact(FactKey(.claims, rest))
      case "event": self = .fact(FactKey(.events, rest))
      case "actor": self = .fact(FactKey(.actors, rest))
      case "topic": self = .fact(FactKey(.topics, rest))
      case "term": self = .fact(FactKey(.terms, rest))
      case "question": self = .fact(FactKey(.questions, rest))
      default:
        switch scheme.lowercased() {
        case "source": self = .citation(rest)
        case "http", "https", "mailto", "tel": self = .elsewhere(destination)
        case let other: self = .unknownScheme(other)
        }
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

  /// What stands before the first colon, if no slash stands before it.
  private static func scheme(of destination: [UInt8]) -> String? {
    for (offset, byte) in destination.enumerated() {
      if byte == UInt8(ascii: "/") { return nil }
      if byte == UInt8(ascii: ":") { return String(decoding: destination[..<offset], as: UTF8.self) }
    }
    return nil
  }

  /// A relative path as seen from a file, without `.` and `..`; nil where it leaves the top.
  static func resolve(_ path: String, from file: String) -> String? {
    let slash = UInt8(ascii: "/")
    var parts = path.utf8.first == slash ? [] : Array(Array(file.utf8).split(separator: slash).dropLast())
    for part in Array(path.utf8).split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if !part.elementsEqual("..".utf8) {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self)
  }
}

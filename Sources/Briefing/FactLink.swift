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
    let written = destination.utf8
    if written.first == UInt8(ascii: "#") {
      self = .page(path: SitePath.ofDocument(source), anchor: String(Substring(written.dropFirst())))
      return
    }
    // What stands before the first colon is a scheme, if no slash stands before it.
    let mark = ByteSearch.first(of: UInt8(ascii: ":"), UInt8(ascii: "/"), in: destination)
    if mark < written.count, written.dropFirst(mark).first == UInt8(ascii: ":") {
      let rest = Substring(written.dropFirst(mark + 1))
      self.init(scheme: String(Substring(written.prefix(mark))), rest, of: destination)
      return
    }
    let hash = ByteSearch.first(of: UInt8(ascii: "#"), in: destination)
    let anchor = hash < written.count ? String(Substring(written.dropFirst(hash + 1))) : nil
    let folder = source.hasPrefix("Content/facts/") ? "" : String(Substring(source.utf8.dropFirst("Content/".utf8.count)))
    guard let path = Self.resolve(hash < written.count ? String(Substring(written.prefix(hash))) : destination, from: folder) else {
      self = .outside
      return
    }
    let bytes = path.utf8
    if bytes.suffix(3).elementsEqual(".md".utf8) {
      self = .page(path: String(Substring(bytes.dropLast(3))) + ".html", anchor: anchor)
    } else if bytes.suffix(5).elementsEqual(".html".utf8) {
      self = .page(path: path, anchor: anchor)
    } else {
      self = .asset(path)
    }
  }

  private init(scheme: String, _ rest: Substring, of destination: String) {
    switch scheme {
    case "claim": self = .fact(FactKey(.claims, String(rest)))
    case "event": self = .fact(FactKey(.events, String(rest)))
    case "actor": self = .fact(FactKey(.actors, String(rest)))
    case "topic": self = .fact(FactKey(.topics, String(rest)))
    case "term": self = .fact(FactKey(.terms, String(rest)))
    case "question": self = .fact(FactKey(.questions, String(rest)))
    case "https", "http": self = .elsewhere(destination)
    default:
      switch scheme.lowercased() {
      case "source": self = .citation(String(rest))
      case "http", "https", "mailto", "tel": self = .elsewhere(destination)
      case let other: self = .unknownScheme(other)
      }
    }
  }

  /// A relative path as seen from a file, without `.` and `..`; nil where it leaves the top.
  static func resolve(_ path: String, from file: String) -> String? {
    let slash = UInt8(ascii: "/")
    let isFromTop = path.utf8.first == slash
    if !isFromTop, isName(path), ByteSearch.first(of: slash, in: file) == file.utf8.count { return path }
    var parts = isFromTop ? [] : Array(Array(file.utf8).split(separator: slash).dropLast())
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

  /// Whether a path is a file's name alone.
  private static func isName(_ path: String) -> Bool {
    path != "." && path != ".." && ByteSearch.first(of: UInt8(ascii: "/"), in: path) == path.utf8.count
  }
}

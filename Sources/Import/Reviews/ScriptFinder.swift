import Diagnostics

/// The data in a saved page: what stands in `<script type="application/ld+json">`, and the page's title. Nothing of the page is run.
struct ScriptFinder {
  /// Where each script's text stands, the tags left out.
  private(set) var scripts: [Range<Int>] = []
  /// Where the text of the first `<title>` stands.
  private(set) var title: Range<Int>?

  private let bytes: [UInt8]

  init(_ file: SourceFile) {
    bytes = file.bytes
    var offset = 0
    while let open = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = open + 1
      if begins("!--", at: offset) {
        offset = end(of: "-->", from: offset + 3) ?? bytes.count
      } else if let name = ["script", "style", "title", "textarea"].first(where: { isTag($0, at: offset) }) {
        let tagEnd = end(of: ">", from: offset) ?? bytes.count
        let close = start(ofClosing: name, from: tagEnd) ?? bytes.count
        let inner = tagEnd..<max(tagEnd, close)
        if name == "script", isData(open..<tagEnd) { scripts.append(inner) }
        if name == "title", title == nil { title = inner }
        offset = close
      }
    }
  }

  private func begins(_ text: String, at offset: Int) -> Bool {
    let wanted = text.utf8
    guard offset + wanted.count <= bytes.count else { return false }
    return zip(bytes[offset...], wanted).allSatisfy { Self.small($0) == $1 }
  }

  private func isTag(_ name: String, at offset: Int) -> Bool {
    guard begins(name, at: offset) else { return false }
    let end = offset + name.utf8.count
    return end < bytes.count && (bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/"))
  }

  /// Whether a script's opening tag says that it holds JSON-LD.
  private func isData(_ tag: Range<Int>) -> Bool {
    var offset = tag.lowerBound
    while offset < tag.upperBound {
      if begins("application/ld+json", at: offset) { return true }
      offset += 1
    }
    return false
  }

  private func end(of text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return start }
    var offset = min(start, bytes.count)
    while let found = bytes[offset...].firstIndex(of: first) {
      if bytes[found...].starts(with: wanted) { return found + wanted.count }
      offset = found + 1
    }
    return nil
  }

  private func start(ofClosing name: String, from start: Int) -> Int? {
    var offset = start
    while let found = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      if begins("/" + name, at: found + 1) { return found }
      offset = found + 1
    }
    return nil
  }

  private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
}

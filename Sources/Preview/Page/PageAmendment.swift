/// What is added to a page when it is sent, and never where it is stored: the element that loads the reload client, and the leave for it in
/// the page's policy.
struct PageAmendment: Sendable, Hashable {
  /// The page's path in the site's folder; where there is no such page, the one that was asked for.
  let path: String
  /// The path of the address under which the site stands: `/`, or that of `base_url`.
  let root: String
  /// The tag of the page as it is stored.
  let version: String

  /// The page as it is sent.
  func amend(_ page: [UInt8]) -> [UInt8] {
    let element = Array(
      """
      <script src="\(ReloadClient.scriptPath)" data-page="\(Self.escaped(path))" data-root="\(Self.escaped(root))" \
      data-version="\(version)" defer></script>

      """.utf8)
    var page = page
    // The policy stands above all that it is for, so that the element has to come behind it.
    if let end = ByteSearch.range(of: "</head", in: page) {
      page.insert(contentsOf: element, at: end.lowerBound)
    } else {
      page += element
    }
    var from = 0
    while let meta = ByteSearch.range(of: "<meta", in: page, from: from) {
      let end = page[meta.upperBound...].firstIndex(of: UInt8(ascii: ">")) ?? page.count
      from = end
      guard ByteSearch.range(of: "content-security-policy", in: page, from: meta.upperBound, to: end) != nil,
        let content = Self.value(of: "content", in: page, meta.upperBound..<end)
      else { continue }
      let policy = ContentPolicy.widened(Self.unescaped(String(decoding: page[content], as: UTF8.self)))
      let widened = Array(Self.escaped(policy).utf8)
      page.replaceSubrange(content, with: widened)
      from = content.lowerBound + widened.count
    }
    return page
  }

  /// Where the value of an attribute in quotation marks stands.
  private static func value(of name: String, in page: [UInt8], _ tag: Range<Int>) -> Range<Int>? {
    var from = tag.lowerBound
    while let found = ByteSearch.range(of: name + "=", in: page, from: from, to: tag.upperBound) {
      from = found.upperBound
      guard let before = page[..<found.lowerBound].last, before <= 0x20, from < tag.upperBound else { continue }
      let mark = page[from]
      guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { continue }
      guard let end = page[(from + 1)..<tag.upperBound].firstIndex(of: mark) else { continue }
      return from + 1..<end
    }
    return nil
  }

  /// As it may stand between double or single quotation marks.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Undoes the references that a policy may hold: its keywords stand in single quotation marks.
  private static func unescaped(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let known = references.first(where: { rest.hasPrefix($0.written) }) else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += known.meant
      rest = rest.dropFirst(known.written.count)
    }
    return result + rest
  }

  private static let references = [
    (written: "&#39;", meant: "'"), (written: "&#x27;", meant: "'"), (written: "&apos;", meant: "'"), (written: "&quot;", meant: "\""),
    (written: "&amp;", meant: "&"),
  ]
}

import Facts

/// The words of a text that may have HTML in it, and what was taken off them. Nothing of a tag is passed on.
struct HTMLText {
  /// Without tags, character references resolved; where a block or a line ends, there is a space.
  private(set) var text = ""
  /// The names of the tags in it, in small letters, each once.
  private(set) var tags: [String] = []
  /// The addresses that its links, pictures and frames lead to, as far as a reader could open them.
  private(set) var addresses: [String] = []
  /// Whether there was anything of HTML in it.
  private(set) var isMarkup = false

  private let bytes: [UInt8]
  private var output: [UInt8] = []

  init(_ raw: String) {
    bytes = Array(raw.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      text = raw
      return
    }
    output.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "<"): offset = readTag(at: offset)
      case UInt8(ascii: "&"): offset = readReference(at: offset)
      default:
        output.append(bytes[offset])
        offset += 1
      }
    }
    text = String(decoding: output, as: UTF8.self)
  }

  private func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  // MARK: Tags

  /// Passes a tag or a comment; a `<` that begins neither stands for itself.
  private mutating func readTag(at start: Int) -> Int {
    if bytes[start...].starts(with: "<!--".utf8) {
      isMarkup = true
      return find("-->", from: start + 4).map { $0 + 3 } ?? bytes.count
    }
    let isEnd = byte(start + 1) == UInt8(ascii: "/")
    var offset = start + (isEnd ? 2 : 1)
    guard Self.isLetter(byte(offset)) || byte(offset) == UInt8(ascii: "!") || byte(offset) == UInt8(ascii: "?") else {
      output.append(bytes[start])
      return start + 1
    }
    isMarkup = true
    let nameStart = offset
    while offset < bytes.count, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: ">"), bytes[offset] != UInt8(ascii: "/") { offset += 1 }
    let name = String(decoding: bytes[nameStart..<offset], as: UTF8.self).lowercased()
    if tags.count < 20, !tags.contains(name) { tags.append(name) }
    offset = readAttributes(from: offset)
    if Self.blocks.contains(name) { output.append(UInt8(ascii: " ")) }
    if !isEnd, Self.hidden.contains(name) { return find("</" + name, from: offset) ?? bytes.count }
    return offset
  }

  /// To behind the tag's end; keeps the addresses of `href` and `src`.
  private mutating func readAttributes(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      let nameStart = offset
      while offset < bytes.count, bytes[offset] > 0x20, !"=>/".utf8.contains(bytes[offset]) { offset += 1 }
      let name = String(decoding: bytes[nameStart..<offset], as: UTF8.self).lowercased()
      if offset == nameStart {
        offset += 1
        continue
      }
      while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
      guard byte(offset) == UInt8(ascii: "=") else { continue }
      offset += 1
      while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
      let quote = byte(offset)
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let valueStart = isQuoted ? offset + 1 : offset
      offset = valueStart
      while offset < bytes.count, isQuoted ? bytes[offset] != quote : bytes[offset] > 0x20 && bytes[offset] != UInt8(ascii: ">") {
        offset += 1
      }
      let value = String(decoding: bytes[valueStart..<min(offset, bytes.count)], as: UTF8.self)
      if isQuoted { offset += 1 }
      guard name == "href" || name == "src" else { continue }
      let address = value.contains("&") ? HTMLText(value).text : value
      if addresses.count < 20, WebAddress.isValid(address), !addresses.contains(address) { addresses.append(address) }
    }
    return min(offset + 1, bytes.count)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var offset = start
    while offset + wanted.count <= bytes.count {
      if zip(bytes[offset..<offset + wanted.count], wanted).allSatisfy({ Self.small($0) == $1 }) { return offset }
      offset += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

  private static func small(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }

  /// What holds no words for a reader.
  private static let hidden: Set<String> = ["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title"]
  private static let blocks: Set<String> = [
    "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "th", "tr", "table", "hr", "section",
    "article", "figure", "figcaption", "dt", "dd", "pre",
  ]

  // MARK: Character references

  private mutating func readReference(at start: Int) -> Int {
    var offset = start + 1
    while offset < bytes.count, offset - start < 12,
      Self.isLetter(bytes[offset]) || (48...57).contains(bytes[offset]) || bytes[offset] == 35
    {
      offset += 1
    }
    let name = String(decoding: bytes[start + 1..<offset], as: UTF8.self)
    guard byte(offset) == UInt8(ascii: ";"), let text = Self.character(name) else {
      output.append(bytes[start])
      return start + 1
    }
    isMarkup = true
    output.append(contentsOf: text.utf8)
    return offset + 1
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let value = digits.first.map { $0 == "x" || $0 == "X" } == true ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  /// The references that editors write; one that is not here is left as it was typed.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "", "ndash": "–", "mdash": "—", "hellip": "…",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "middot": "·",
    "bull": "•", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§",
    "para": "¶", "times": "×", "divide": "÷", "plusmn": "±", "frac12": "½", "frac14": "¼", "frac34": "¾", "auml": "ä", "ouml": "ö",
    "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ", "ccedil": "ç", "iacute": "í", "igrave": "ì",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ograve": "ò", "ocirc": "ô", "otilde": "õ", "oslash": "ø", "oelig": "œ",
    "uacute": "ú", "ugrave": "ù", "ucirc": "û", "scaron": "š", "zcaron": "ž", "yacute": "ý", "Eacute": "É", "Aring": "Å", "Oslash": "Ø",
  ]
}

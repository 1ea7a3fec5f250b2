import Diagnostics
import Facts

/// Reads BibTeX entry by entry. What stands between entries is comment; nothing recurses, whatever the braces do.
struct BibTeXReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var offset: Int
  private var macros: [String: String] = [
    "jan": "1", "feb": "2", "mar": "3", "apr": "4", "may": "5", "jun": "6", "jul": "7", "aug": "8", "sep": "9", "oct": "10", "nov": "11",
    "dec": "12",
  ]

  /// Why the rest cannot be read.
  struct Fault: Error {
    let message: String
    let offset: Int
  }

  init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    offset = file.hasByteOrderMark ? 3 : 0
  }

  /// The next entry; nil at the end.
  mutating func next() throws(Fault) -> BibTeXEntry? {
    while let at = bytes[offset...].firstIndex(of: UInt8(ascii: "@")) {
      offset = at + 1
      let type = word().lowercased()
      skipSpace()
      guard !type.isEmpty, let open = peek(), open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { continue }
      let start = offset
      offset += 1
      let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
      switch type {
      case "comment", "preamble": try skipBody(open, close, from: start)
      case "string":
        var entry = BibTeXEntry(type: type, key: LocatedText(text: "", span: file.span(start..<start)))
        try fields(of: &entry, close, from: start)
        for name in entry.names { macros[name] = entry.fields[name]?.text }
      default:
        skipSpace()
        let keyStart = offset
        while let byte = peek(), byte > 0x20, byte != UInt8(ascii: ","), byte != close { offset += 1 }
        let key = LocatedText(text: file.text(keyStart..<offset), span: file.span(keyStart..<offset))
        var entry = BibTeXEntry(type: type, key: key)
        skipSpace()
        if peek() == UInt8(ascii: ",") { offset += 1 }
        try fields(of: &entry, close, from: start)
        return entry
      }
    }
    offset = bytes.count
    return nil
  }

  private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = peek(), byte <= 0x20 { offset += 1 }
  }

  private mutating func word() -> String {
    let start = offset
    while let byte = peek(), byte > 0x20, !"{}(),=\"#@%'".utf8.contains(byte) { offset += 1 }
    return file.text(start..<offset)
  }

  private mutating func skipBody(_ open: UInt8, _ close: UInt8, from start: Int) throws(Fault) {
    var depth = 1
    while let byte = peek() {
      offset += 1
      if byte == open { depth += 1 }
      if byte == close { depth -= 1 }
      if depth == 0 { return }
    }
    throw Fault(message: "what opens here is not closed", offset: start)
  }

  private mutating func fields(of entry: inout BibTeXEntry, _ close: UInt8, from start: Int) throws(Fault) {
    while true {
      skipSpace()
      guard let byte = peek() else { throw Fault(message: "the entry that opens here is not closed", offset: start) }
      if byte == close {
        offset += 1
        return
      }
      if byte == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      let nameStart = offset
      let name = word().lowercased()
      skipSpace()
      guard !name.isEmpty, peek() == UInt8(ascii: "=") else {
        throw Fault(message: "a field's name and `=` are expected", offset: min(nameStart, bytes.count))
      }
      offset += 1
      skipSpace()
      let valueStart = offset
      let text = try value(from: start)
      if entry.fields[name] == nil { entry.names.append(name) }
      entry.fields[name] = entry.fields[name] ?? LocatedText(text: text, span: file.span(valueStart..<offset))
    }
  }

  /// Braces, quotation marks, numbers and macros, joined by `#`.
  private mutating func value(from entry: Int) throws(Fault) -> String {
    var text = ""
    while true {
      skipSpace()
      let start = offset
      switch peek() {
      case UInt8(ascii: "{"): text += try delimited(UInt8(ascii: "}"), from: start)
      case UInt8(ascii: "\""): text += try delimited(UInt8(ascii: "\""), from: start)
      case nil: throw Fault(message: "the entry that opens here is not closed", offset: entry)
      default:
        let name = word()
        guard !name.isEmpty else { throw Fault(message: "a value is expected", offset: start) }
        text += macros[name.lowercased()] ?? name
      }
      let end = offset
      skipSpace()
      guard peek() == UInt8(ascii: "#") else {
        offset = end
        return text
      }
      offset += 1
    }
  }

  /// From a brace or a quotation mark to the one that closes it, at the depth of braces where it opened.
  private mutating func delimited(_ close: UInt8, from start: Int) throws(Fault) -> String {
    offset += 1
    let inner = offset
    var depth = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "\\") {
        offset = min(offset + 2, bytes.count)
        continue
      }
      if depth == 0, byte == close {
        offset += 1
        return file.text(inner..<offset - 1)
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { throw Fault(message: "a brace closes what was not opened", offset: offset) }
      offset += 1
    }
    throw Fault(message: "what opens here is not closed", offset: start)
  }
}

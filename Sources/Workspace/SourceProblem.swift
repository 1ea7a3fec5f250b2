package import Diagnostics

/// Why a text file is not read.
enum SourceProblem: Sendable, Hashable {
  /// Its size in bytes.
  case tooLarge(Int)
  /// The offset of the first byte that is wrong.
  case notUTF8(Int)
  /// It begins with the byte order mark of UTF-16 or UTF-32.
  case wideText

  /// Looks for what is wrong with a text file's bytes; nil if nothing is.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .wideText
    } else if String(validating: bytes, as: UTF8.self) == nil {
      self = .notUTF8(Self.firstWrongByte(in: bytes))
    } else {
      return nil
    }
  }

  /// Where the first ill-formed sequence begins (Unicode 15, table 3-7).
  static func firstWrongByte(in bytes: [UInt8]) -> Int {
    var offset = 0
    while offset < bytes.count {
      let lead = bytes[offset]
      var second: ClosedRange<UInt8> = 0x80...0xBF
      let length: Int
      switch lead {
      case 0x00...0x7F: length = 1
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return offset
      }
      guard offset + length <= bytes.count else { return offset }
      if length > 1, !second.contains(bytes[offset + 1]) { return offset }
      for place in (offset + 1)..<(offset + max(length, 2)) where place > offset + 1 && bytes[place] & 0xC0 != 0x80 { return offset }
      offset += length
    }
    return offset
  }

  func diagnostic(in file: SourceFile) -> Diagnostic {
    switch self {
    case .tooLarge(let size):
      Diagnostic(
        .tooLarge, "`\(file.path)` has \(size) bytes, more than the \(SourceTree.sizeLimit) (16 MiB) that a text file may have",
        at: file.span(0..<0), help: ["divide it into several files, or put it under `Content/assets/` if it is to be copied as it is"])
    case .notUTF8(let offset):
      Diagnostic(
        .notUTF8, "`\(file.path)` is not UTF-8", at: file.span(offset..<min(offset + 1, file.bytes.count)),
        label: "the byte \(Self.hex(file.bytes[offset])) cannot stand here",
        help: ["save it as UTF-8 (in most editors: Save with Encoding, UTF-8)"])
    case .wideText:
      Diagnostic(
        .notUTF8, "`\(file.path)` is UTF-16, not UTF-8", at: file.span(0..<min(2, file.bytes.count)),
        label: "the byte order mark of UTF-16",
        help: ["save it as UTF-8 (in most editors: Save with Encoding, UTF-8)"])
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension DiagnosticKind {
  package static let tooLarge = DiagnosticKind(
    "workspace.too-large",
    meaning: "A text file may have 16 MiB. One that is larger was hardly written by hand, and is not read.",
    wrong: .init("Content/long.md", .letters(SourceTree.sizeLimit + 1), shownAs: "(more than 16 MiB of text)"),
    right: .init("Content/long.md", "# Long\n\nA page that a person can read.\n"))

  package static let notUTF8 = DiagnosticKind(
    "workspace.not-utf8",
    meaning: """
      Every text is read as UTF-8. A file in another encoding (Latin-1, Windows-1252, UTF-16) would show wrong letters, so that it is \
      refused.
      """,
    wrong: .init(
      "Content/cafe.md", .bytes(Array("# Caf".utf8) + [0xE9, 0x0A]), shownAs: "# Caf\u{FFFD}   (the byte E9, an é of Latin-1)\n"),
    right: .init("Content/cafe.md", "# Café\n"))
}

/// Text as a terminal may show it: what would move the cursor, turn the writing direction or not be seen at all is written out.
enum VisibleText {
  /// One character of a source, as it is shown.
  struct Cell: Equatable {
    let text: String
    let width: Int
    /// Where the character begins, in the bytes that it was read from.
    let start: Int
  }

  /// A message, a label or a help line; line ends and tabs stay, if asked for.
  static func of(_ text: String, keepsLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { replacement(of: $0) != nil }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if keepsLines, scalar == "\n" || scalar == "\t" {
        result.append(scalar)
      } else if let replacement = replacement(of: scalar) {
        result.append(contentsOf: replacement.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The characters of a range of bytes. A tab reaches to the next multiple of four columns; a byte that is not UTF-8 is shown in hexadecimal.
  static func cells(of bytes: ArraySlice<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var run = ""
    var runStart = bytes.startIndex
    var offset = bytes.startIndex

    func add(_ text: String, width: Int, at start: Int) {
      cells.append(Cell(text: text, width: width, start: start))
      column += width
    }
    func closeRun() {
      var start = runStart
      for character in run {
        let (text, width) = shown(character, at: column)
        add(text, width: width, at: start)
        start += character.utf8.count
      }
      run = ""
    }

    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        run.unicodeScalars.append(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        closeRun()
        for index in offset..<offset + length { add("<\(hexadecimal(UInt32(bytes[index]), digits: 2))>", width: 4, at: index) }
        offset += length
        runStart = offset
      case .emptyInput:
        closeRun()
        return cells
      }
    }
  }

  private static func shown(_ character: Character, at column: Int) -> (text: String, width: Int) {
    if character == "\t" {
      let width = 4 - column % 4
      return (String(repeating: " ", count: width), width)
    }
    guard let first = character.unicodeScalars.first else { return ("", 0) }
    if let replacement = replacement(of: first) { return (replacement, replacement.unicodeScalars.count) }
    let width = DisplayWidth.of(character)
    // A mark with nothing to sit on gets the dotted circle that Unicode's charts use.
    return width == 0 ? ("\u{25CC}\(character)", 1) : (String(character), width)
  }

  private static func replacement(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      "<U+\(hexadecimal(scalar.value, digits: 4))>"
    default: nil
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

/// A word, a number or a sign of a date in ordinary writing.
enum OrdinaryToken: Equatable {
  /// Lower case, without full stops: "b.c." is `bc`.
  case word(String)
  case number(Int, digits: Int)
  case sign(UInt8)

  /// Nil for what is no plain short phrase: other scripts, long numbers.
  static func tokens(of bytes: [UInt8]) -> [OrdinaryToken]? {
    var result: [OrdinaryToken] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      let start = position
      if DateReader.isDigit(byte) {
        let digits = DateReader.digits(in: bytes, from: position, to: bytes.count)
        guard digits.count <= 8 else { return nil }
        position = digits.upperBound
        result.append(.number(DateReader.number(bytes[digits]), digits: digits.count))
      } else if EDTFRepair.isLetter(byte) {
        while position < bytes.count, EDTFRepair.isLetter(bytes[position]) || bytes[position] == UInt8(ascii: ".") { position += 1 }
        let letters = bytes[start..<position].filter { $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
        let word = String(decoding: letters, as: UTF8.self)
        if !isOrdinalEnding(word, after: result.last, adjoining: start > 0 && DateReader.isDigit(bytes[start - 1])) {
          result.append(.word(word))
        }
      } else {
        position += 1
        if EDTFRepair.isSpace(byte) || byte == UInt8(ascii: "'") { continue }
        guard byte < 0x80 else { return nil }
        result.append(.sign(byte))
      }
    }
    return result
  }

  private static func isOrdinalEnding(_ word: String, after last: OrdinaryToken?, adjoining: Bool) -> Bool {
    guard adjoining, case .number? = last else { return false }
    return ["st", "nd", "rd", "th"].contains(word)
  }
}

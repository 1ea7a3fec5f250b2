/// Looking for ASCII words in the bytes of a page, small and capital letters being the same, as HTML has it.
enum ByteSearch {
  /// - Parameters:
  ///   - word: In small letters.
  ///   - end: Where to stop; the end of the bytes if not given.
  static func range(of word: String, in bytes: [UInt8], from start: Int = 0, to end: Int? = nil) -> Range<Int>? {
    let word = Array(word.utf8)
    guard let first = word.first else { return nil }
    let last = (end ?? bytes.count) - word.count
    var place = start
    while place <= last {
      if small(bytes[place]) == first, word.indices.allSatisfy({ small(bytes[place + $0]) == word[$0] }) {
        return place..<place + word.count
      }
      place += 1
    }
    return nil
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

/// Finds bytes in long runs of them, 32 at a time.
///
/// What is looked for is told by a mark of every byte: its highest bit is set where the byte is wanted. The marks of a block are joined without
/// a look at each of them, which the compiler turns into the processor's wide instructions; only the block that holds something wanted is gone
/// through in smaller steps. A mark is reckoned, not compared, since a comparison would become a branch for every byte.
package enum ByteSearch {
  /// The offset of the first byte from `start` on that is wanted; the number of bytes where there is none.
  @inline(__always)
  private static func first(in bytes: Span<UInt8>, from start: Int = 0, marking mark: (UInt8) -> UInt8) -> Int {
    var offset = start
    while bytes.count - offset >= 32 {
      let block = bytes.extracting(offset..<offset + 32)
      var marks: UInt8 = 0
      for place in 0..<32 { marks |= mark(block[place]) }
      if marks >= 0x80 { break }
      offset += 32
    }
    while bytes.count - offset >= 8 {
      let block = bytes.extracting(offset..<offset + 8)
      var marks: UInt8 = 0
      for place in 0..<8 { marks |= mark(block[place]) }
      if marks >= 0x80 { break }
      offset += 8
    }
    while offset < bytes.count, mark(bytes[offset]) < 0x80 { offset += 1 }
    return offset
  }

  /// The mark of one byte: 255 where it is the other, else something below 128.
  @inline(__always)
  static func mark(_ byte: UInt8, is other: UInt8) -> UInt8 {
    let difference = byte ^ other
    return (difference &- 1) & ~difference
  }

  /// The mark of the digits `0` to `9`.
  @inline(__always)
  static func markDigit(_ byte: UInt8) -> UInt8 {
    let value = byte &- 0x30
    return (value &- 10) & ~value
  }
}

// MARK: - Some of few

extension ByteSearch {
  /// The offset of the first byte that is this one; the number of bytes where there is none.
  package static func first(of one: UInt8, in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    first(in: bytes, from: start) { mark($0, is: one) }
  }

  /// The offset of the first byte that is one of these; the number of bytes where there is none.
  package static func first(of one: UInt8, _ two: UInt8, in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    first(in: bytes, from: start) { mark($0, is: one) | mark($0, is: two) }
  }

  /// The offset of the first byte that is one of these four ASCII characters; the number of bytes where there is none. In what is left behind
  /// the last whole block they are looked up one by one: most texts are shorter than a block.
  package static func first(
    of one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8, in bytes: Span<UInt8>, from start: Int = 0
  ) -> Int {
    var offset = start
    while bytes.count - offset >= 32 {
      let block = bytes.extracting(offset..<offset + 32)
      var marks: UInt8 = 0
      for place in 0..<32 {
        let byte = block[place]
        marks |= mark(byte, is: one) | mark(byte, is: two) | mark(byte, is: three) | mark(byte, is: four)
      }
      if marks >= 0x80 { break }
      offset += 32
    }
    return first(of: ByteSet(one, two, three, four), in: bytes, from: offset)
  }

  /// The offset of the first byte of a set; the number of bytes where there is none. It goes byte by byte: for what is short or soon found.
  package static func first(of set: ByteSet, in bytes: Span<UInt8>, from start: Int = 0) -> Int {
    var offset = start
    while offset < bytes.count, !set.contains(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The offset of the first digit; the number of bytes where there is none.
  package static func firstDigit(in bytes: Span<UInt8>) -> Int {
    first(in: bytes, marking: markDigit)
  }

  /// The number of bytes with which both begin alike.
  package static func agreement(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int {
    let count = min(left.count, right.count)
    var offset = 0
    while count - offset >= 32 {
      let (one, other) = (left.extracting(offset..<offset + 32), right.extracting(offset..<offset + 32))
      var difference: UInt8 = 0
      for place in 0..<32 { difference |= one[place] ^ other[place] }
      if difference != 0 { break }
      offset += 32
    }
    while offset < count, left[offset] == right[offset] { offset += 1 }
    return offset
  }
}

// MARK: - Texts

extension ByteSearch {
  /// The offset of the first byte that is this one; the number of bytes where there is none.
  package static func first(of one: UInt8, in text: String) -> Int {
    first(in: text) { mark($0, is: one) }
  }

  /// The offset of the first byte that is one of these; the number of bytes where there is none.
  package static func first(of one: UInt8, _ two: UInt8, in text: String) -> Int {
    first(in: text) { mark($0, is: one) | mark($0, is: two) }
  }

  /// The offset of the first byte that is one of these four ASCII characters; the number of bytes where there is none.
  package static func first(of one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8, in text: String) -> Int {
    let bytes = text.utf8
    if #available(macOS 26, *) { return first(of: one, two, three, four, in: bytes.span) }
    return first(of: one, two, three, four, in: Array(bytes).span)
  }

  /// The offset of the first byte of a set; the number of bytes where there is none.
  package static func first(of set: ByteSet, in text: String) -> Int {
    let bytes = text.utf8
    if #available(macOS 26, *) { return first(of: set, in: bytes.span) }
    return first(of: set, in: Array(bytes).span)
  }

  /// Whether a digit from `0` to `9` stands in the text.
  package static func hasDigit(_ text: String) -> Bool {
    first(in: text, markDigit) < text.utf8.count
  }

  /// Whether a text stands before another in the order of their bytes.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    guard #available(macOS 26, *) else { return left.utf8.lexicographicallyPrecedes(right.utf8) }
    let (one, other) = (left.utf8, right.utf8)
    let offset = agreement(one.span, other.span)
    guard offset < one.count, offset < other.count else { return one.count < other.count }
    return one.span[offset] < other.span[offset]
  }

  @inline(__always)
  private static func first(in text: String, _ mark: (UInt8) -> UInt8) -> Int {
    let bytes = text.utf8
    if #available(macOS 26, *) { return first(in: bytes.span, marking: mark) }
    let copy = Array(bytes)
    return first(in: copy.span, marking: mark)
  }
}

/// A font file's bytes, highest byte first. What lies outside reads as 0: a damaged font draws nonsense, and harms nothing.
struct FontBytes: Sendable {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int {
    bytes.count
  }

  func u8(_ offset: Int) -> Int {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : 0
  }

  func u16(_ offset: Int) -> Int {
    guard offset >= 0, offset < bytes.count - 1 else { return 0 }
    return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
  }

  func i16(_ offset: Int) -> Int {
    Int(Int16(truncatingIfNeeded: u16(offset)))
  }

  func i8(_ offset: Int) -> Int {
    Int(Int8(truncatingIfNeeded: u8(offset)))
  }

  func u32(_ offset: Int) -> Int {
    u16(offset) << 16 | u16(offset + 2)
  }

  /// Four letters that name something.
  func tag(_ offset: Int) -> String {
    String(decoding: (0..<4).map { UInt8(u8(offset + $0)) }, as: UTF8.self)
  }
}

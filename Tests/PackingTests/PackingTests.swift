import Packing
import TestKit
import Testing

/// What is packed comes out again as it was, by a reader of its own.
@Suite struct PackingTests {
  static let samples: [[UInt8]] = [
    [], [0], [1, 2], Array("a".utf8), Array("abcabcabcabcabc".utf8), [UInt8](repeating: 7, count: 3), [UInt8](repeating: 7, count: 100_000),
    Array(String(repeating: "Who said what of whom, when, and how it stands. ", count: 2_000).utf8),
    (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }, (0..<256).map { UInt8($0) } + (0..<256).map { UInt8(255 - $0) },
  ]

  @Test(arguments: samples)
  func samplesComeOutAgain(_ bytes: [UInt8]) throws {
    for effort in [1, 24, 64] {
      let packed = Deflate.pack(bytes, effort: effort)
      let (unpacked, end) = try Inflate.unpack(packed)
      #expect(unpacked == bytes)
      #expect(end == packed.count)
    }
  }

  @Test(arguments: 0..<40)
  func randomBytesComeOutAgain(_ seed: Int) throws {
    var random = Numbers(state: UInt64(seed))
    // Few values and many, with pieces that come again from near and far.
    let values = UInt8.random(in: 1...255, using: &random)
    var bytes: [UInt8] = []
    while bytes.count < seed * 2_000 {
      if bytes.count > 10, Int.random(in: 0..<4, using: &random) == 0 {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        bytes += bytes[start..<min(bytes.count, start + Int.random(in: 1...600, using: &random))]
      } else {
        bytes += (0..<Int.random(in: 1...300, using: &random)).map { _ in UInt8.random(in: 0...values, using: &random) }
      }
    }
    #expect(try Inflate.unpack(Deflate.pack(bytes, effort: 16)).bytes == bytes)
  }

  @Test func whatRepeatsGetsSmall() {
    #expect(Deflate.pack(Self.samples[6], effort: 8).count < 200)
    #expect(Deflate.pack(Self.samples[7], effort: 64).count < 600)
  }

  /// Counts that grow as Fibonacci's do make the deepest tree there is.
  @Test func codesNeverGetTooLong() throws {
    var bytes: [UInt8] = []
    var (count, next) = (1, 1)
    for value in UInt8(0)..<24 {
      bytes += [UInt8](repeating: value, count: count)
      (count, next) = (next, count + next)
    }
    // Out of order, so that they stay literals.
    var random = Numbers(state: 3)
    bytes.shuffle(using: &random)
    #expect(try Inflate.unpack(Deflate.pack(bytes, effort: 1)).bytes == bytes)
  }

  @Test func checkSumsAreThoseOfTheStandards() {
    var sum = CRC32()
    sum.add(Array("1234".utf8))
    sum.add(Array("56789".utf8))
    #expect(sum.value == 0xCBF4_3926)
    // "Wikipedia" has the Adler-32 sum 11E60398.
    #expect(Zlib.pack(Array("Wikipedia".utf8), effort: 1).suffix(4) == [0x11, 0xE6, 0x03, 0x98])
    #expect(Zlib.pack([], effort: 1).suffix(4) == [0, 0, 0, 1])
  }

  @Test func gzipHasNoTimeAndNoName() throws {
    let bytes = Array("The council opened the harbour.\n".utf8)
    let packed = Gzip.pack(bytes)
    #expect(packed.prefix(10) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    let (unpacked, end) = try Inflate.unpack(packed, from: 10)
    #expect(unpacked == bytes)
    var sum = CRC32()
    sum.add(bytes)
    #expect(packed[end...] == ArraySlice((0..<4).map { UInt8(truncatingIfNeeded: sum.value >> (8 * $0)) } + [UInt8(bytes.count), 0, 0, 0]))
  }
}

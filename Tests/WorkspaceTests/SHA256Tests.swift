import Testing

@testable import Workspace

@Suite struct SHA256Tests {
  /// FIPS 180-4's examples and the classic vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func vectors(text: String, hex: String) {
    #expect(SHA256.digest(Array(text.utf8)).hex == hex)
    var hash = SHA256(byProcessor: false)
    hash.update(Array(text.utf8))
    #expect(hash.finish().hex == hex)
  }

  @Test func aMillionLettersInPortions() {
    var hash = SHA256()
    var left = 1_000_000
    var portion = 1
    while left > 0 {
      let count = min(portion, left)
      hash.update(Array(repeating: UInt8(ascii: "a"), count: count))
      left -= count
      portion = portion * 7 % 1009 + 1
    }
    #expect(hash.finish().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Every length about the edges of a block gives the same digest whole and byte by byte.
  @Test(arguments: [0, 1, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 127, 128, 129])
  func portionsDoNotMatter(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31) }
    var hash = SHA256()
    for byte in bytes { hash.update([byte]) }
    #expect(hash.finish() == SHA256.digest(bytes))
  }

  /// The rounds in Swift and the processor's own agree, whatever the portions; where the processor has none, both are those in Swift.
  @Test func bothWaysAgree() {
    var bytes: [UInt8] = []
    for length in 0..<300 {
      var swift = SHA256(byProcessor: false)
      var processor = SHA256(byProcessor: true)
      swift.update(bytes)
      processor.update(Array(bytes.prefix(length / 3)))
      processor.update(Array(bytes.dropFirst(length / 3)))
      #expect(swift.finish() == processor.finish())
      bytes.append(UInt8(truncatingIfNeeded: length &* 167 &+ 13))
    }
  }

  @Test func aDigestIsReadBack() {
    let digest = SHA256.digest([1, 2, 3])
    #expect(Digest(hex: Array(digest.hex.utf8)) == digest)
    #expect(Digest(hex: Array(digest.hex.utf8.dropLast())) == nil)
    #expect(Digest(hex: Array(("g" + digest.hex.dropFirst()).utf8)) == nil)
  }
}

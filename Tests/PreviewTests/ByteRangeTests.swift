import Testing

@testable import Preview

@Suite struct ByteRangeTests {
  @Test(
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=0-9", .part(0..<10)), ("bytes=2-5", .part(2..<6)),
      ("bytes=9-100", .part(9..<10)), ("bytes=3-", .part(3..<10)), ("bytes=-3", .part(7..<10)), ("bytes=-100", .part(0..<10)),
      ("BYTES= 1-2", .part(1..<3)), ("bytes=10-", .beyond), ("bytes=10-20", .beyond), ("bytes=-0", .beyond),
      ("bytes=0-99999999999999999999999", .part(0..<10)), ("bytes=99999999999999999999999-", .beyond),
      // What need not be heeded.
      ("bytes=5-2", .whole), ("bytes=0-1,3-4", .whole), ("lines=0-1", .whole), ("bytes", .whole), ("bytes=", .whole), ("bytes=-", .whole),
      ("bytes=a-b", .whole), ("bytes=1-b", .whole), ("bytes=+1-2", .whole), ("bytes=1--2", .whole), ("", .whole),
    ] as [(String?, ByteRange)])
  func isReadOfTenBytes(field: String?, range: ByteRange) {
    #expect(ByteRange(field, size: 10) == range)
  }

  @Test(arguments: [("bytes=0-", ByteRange.beyond), ("bytes=-1", .beyond), ("bytes=0-0", .beyond)])
  func ofNothingThereIsNoPart(field: String, range: ByteRange) {
    #expect(ByteRange(field, size: 0) == range)
  }
}

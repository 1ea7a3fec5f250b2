@testable import Diagnostics
import TestKit
import Testing

/// The search by blocks finds what a plain loop finds.
@Suite struct ByteSearchTests {
  /// Runs of letters with rare marks in them, of all lengths around those of a block.
  private func sample(_ numbers: inout Numbers) -> [UInt8] {
    (0..<Int.random(in: 0...100, using: &numbers)).map { _ in
      numbers.chance(3) ? UInt8.random(in: 0...255, using: &numbers) : numbers.pick(Array("abc.é ".utf8))
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func findsTheFirst(seed: UInt64) {
    var numbers = Numbers(state: seed)
    for _ in 0..<200 {
      let bytes = sample(&numbers)
      let start = Int.random(in: 0...bytes.count, using: &numbers)
      let wanted = (0..<4).map { _ in UInt8.random(in: 0...127, using: &numbers) }
      func plain(_ isWanted: (UInt8) -> Bool) -> Int { bytes[start...].firstIndex(where: isWanted) ?? bytes.count }
      #expect(ByteSearch.first(of: wanted[0], in: bytes.span, from: start) == plain { $0 == wanted[0] })
      #expect(ByteSearch.first(of: wanted[0], wanted[1], in: bytes.span, from: start) == plain { wanted[..<2].contains($0) })
      #expect(
        ByteSearch.first(of: wanted[0], wanted[1], wanted[2], wanted[3], in: bytes.span, from: start) == plain { wanted.contains($0) })
      #expect(ByteSearch.first(of: ByteSet(wanted), in: bytes.span, from: start) == plain { wanted.contains($0) })
      let rest = Array(bytes[start...])
      #expect(ByteSearch.firstDigit(in: rest.span) + start == plain { (0x30...0x39).contains($0) })
    }
  }

  @Test func aSetHoldsItsBytesAndNoOthers() {
    let digits = ByteSet("0123456789az~".utf8)
    for byte in UInt8.min...UInt8.max { #expect(digits.contains(byte) == "0123456789az~".utf8.contains(byte)) }
  }

  @Test func everyByteIsMarkedRightly() {
    for byte in UInt8.min...UInt8.max {
      #expect((ByteSearch.markDigit(byte) >= 0x80) == (0x30...0x39).contains(byte))
      for other in UInt8.min...UInt8.max { #expect((ByteSearch.mark(byte, is: other) >= 0x80) == (byte == other)) }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func textsAreSearchedAsTheirBytes(seed: UInt64) {
    var numbers = Numbers(state: seed)
    for _ in 0..<200 {
      let text = String(decoding: sample(&numbers), as: UTF8.self)
      let bytes = Array(text.utf8)
      #expect(ByteSearch.first(of: 0x2E, in: text) == bytes.firstIndex(of: 0x2E) ?? bytes.count)
      #expect(ByteSearch.first(of: 0x2E, 0xC3, in: text) == bytes.firstIndex { $0 == 0x2E || $0 == 0xC3 } ?? bytes.count)
      #expect(ByteSearch.first(of: ByteSet([0x3A]), in: text) == bytes.firstIndex(of: 0x3A) ?? bytes.count)
      #expect(ByteSearch.first(of: 1, 2, 3, 0x3A, in: text) == bytes.firstIndex { $0 == 0x3A || (1...3).contains($0) } ?? bytes.count)
      #expect(ByteSearch.hasDigit(text) == bytes.contains { (0x30...0x39).contains($0) })
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func textsAreComparedByTheirBytes(seed: UInt64) {
    var numbers = Numbers(state: seed)
    for _ in 0..<200 {
      let left = sample(&numbers)
      var right = Array(left.prefix(Int.random(in: 0...left.count, using: &numbers)))
      if numbers.chance(80) { right += sample(&numbers) }
      let alike = zip(left, right).prefix { $0 == $1 }.count
      #expect(ByteSearch.agreement(left.span, right.span) == alike)
      let (one, other) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
      #expect(ByteSearch.precedes(one, other) == one.utf8.lexicographicallyPrecedes(other.utf8))
      #expect(ByteSearch.precedes(other, one) == other.utf8.lexicographicallyPrecedes(one.utf8))
    }
  }
}

internal import CSHA256

/// SHA-256 by the processor's own instructions, where it has them: some seven times as fast as the rounds in Swift.
enum SHA256Processor {
  /// Whether this processor has them.
  static let isAtHand = brief_has_sha256() != 0

  /// The state after whole blocks of 64 bytes.
  ///
  /// - Parameter range: Its length is a multiple of 64.
  static func state(_ state: SIMD8<UInt32>, after bytes: [UInt8], _ range: Range<Int>) -> SIMD8<UInt32> {
    precondition(isAtHand && range.count % 64 == 0 && range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var state = state
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe withUnsafeMutableBytes(of: &state) { words in
        guard let first = words.baseAddress else { return }
        unsafe brief_sha256_blocks(first.assumingMemoryBound(to: UInt32.self), start + range.lowerBound, range.count / 64)
      }
    }
    return state
  }
}

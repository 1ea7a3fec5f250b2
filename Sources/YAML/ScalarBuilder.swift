import Diagnostics

/// A scalar as it was found in the source: offsets count in the bytes that were scanned.
struct ScannedScalar {
  let text: String
  let style: YAMLScalar.Style
  /// From the first byte to behind the last, quotes and block headers inside.
  let range: Range<Int>
  let runs: [TextMap.Run]
  /// Where scanning goes on: behind the scalar, for a block scalar at the start of a line.
  let next: Int
}

/// Collects a scalar's text and the runs that lead back to the source.
struct ScalarBuilder {
  private(set) var text: [UInt8] = []
  private(set) var runs: [TextMap.Run] = []
  /// What must be subtracted from a source offset to get the text offset within the current run.
  private var step = Int.min

  /// Appends bytes that stand in the source as they are.
  mutating func copy(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    mark(range.lowerBound)
    text.append(contentsOf: bytes[range])
  }

  /// Appends a byte that stands for something else at that offset of the source.
  mutating func put(_ byte: UInt8, at source: Int) {
    mark(source)
    text.append(byte)
  }

  /// Appends the bytes of an escape; all of them lead to where it begins.
  mutating func put(_ scalar: Unicode.Scalar, at source: Int) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      put(byte, at: source)
    }
  }

  var string: String {
    String(decoding: text, as: UTF8.self)
  }

  private mutating func mark(_ source: Int) {
    guard source - text.count != step else { return }
    step = source - text.count
    runs.append(TextMap.Run(text: text.count, source: source))
  }
}

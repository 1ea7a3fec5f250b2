/// A manifest as it is written, in which the lines of single files can be replaced.
struct ManifestText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where the line of each file begins; last, where that of the last one ends.
  private var starts: [Int] = []

  init(_ manifest: Manifest) {
    bytes.reserveCapacity(200 + 140 * manifest.entries.count)
    starts.reserveCapacity(manifest.entries.count + 1)
    appendHead(manifest.header)
    for entry in manifest.entries { append(entry) }
    starts.append(bytes.count)
    bytes += (manifest.entries.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8
  }

  /// The same with another head, and with other lines for some of the files.
  ///
  /// - Parameter entries: With their places among the manifest's entries, which grow; each has the path that stands there.
  func replacing(_ header: ManifestHeader, _ entries: [(place: Int, entry: Manifest.Entry)]) -> ManifestText {
    guard let last = starts.last else { return self }
    var text = ManifestText(room: bytes.count + 110 * entries.count, lines: starts.count)
    text.appendHead(header)
    var place = 0
    func keep(to end: Int) {
      let shift = text.bytes.count - starts[place]
      for index in place..<end { text.starts.append(starts[index] + shift) }
      text.bytes += bytes[starts[place]..<starts[end]]
      place = end
    }
    for (index, entry) in entries {
      keep(to: index)
      text.append(entry)
      place = index + 1
    }
    keep(to: starts.count - 1)
    text.starts.append(text.bytes.count)
    text.bytes += bytes[last...]
    return text
  }

  private init(room: Int, lines: Int) {
    bytes.reserveCapacity(room)
    starts.reserveCapacity(lines)
  }

  private mutating func appendHead(_ header: ManifestHeader) {
    bytes += "{\n  \"schema_version\": \(Manifest.version),\n  \"generator\": ".utf8
    append(header.generator)
    bytes += ",\n  \"cmark\": ".utf8
    append(header.cmark)
    bytes += ",\n  \"sources\": ".utf8
    append(header.sources)
    if let warnings = header.warnings { bytes += ",\n  \"warnings\": \(warnings)".utf8 }
    if let day = header.reviewBy {
      bytes += ",\n  \"review_by\": ".utf8
      append(day)
    }
    bytes += ",\n  \"files\": [".utf8
  }

  private mutating func append(_ entry: Manifest.Entry) {
    let isFirst = starts.isEmpty
    starts.append(bytes.count)
    bytes += (isFirst ? "\n    {\"path\": " : ",\n    {\"path\": ").utf8
    append(entry.path)
    if let size = entry.size {
      bytes += ", \"size\": ".utf8
      bytes += String(size).utf8
    }
    if let digest = entry.digest {
      bytes += ", \"sha256\": \"".utf8
      for word in [digest.first, digest.second, digest.third, digest.fourth] { Digits.append(hex: word, to: &bytes) }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes += text.utf8
    // Paths hardly ever hold such a byte.
    if bytes[start...].contains(where: Self.isEscaped) {
      bytes.removeSubrange(start...)
      for byte in text.utf8 { append(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
    default: bytes.append(byte)
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}

/// Messages out of a stream of bytes: headers, a blank line, and as many bytes as `Content-Length` says (LSP 3.17, base protocol).
///
/// What cannot be framed is said once and passed over; a message that is too large is passed over without being kept.
struct MessageFraming {
  enum Event: Equatable {
    case message([UInt8])
    /// What was wrong, in plain words.
    case fault(String)
  }

  /// The largest message that is taken, in bytes: four times the largest file that is read.
  static let sizeLimit = 64 << 20
  private static let headerLimit = 8 << 10

  private var buffer: [UInt8] = []
  /// How far the header was looked through, so that no byte is looked at twice.
  private var scanned = 0
  /// The length of the message whose header was read.
  private var length: Int?
  /// How many bytes of a message that is too large are still to come.
  private var skipping = 0

  /// Takes the next bytes, and gives the messages that are whole with them.
  mutating func receive(_ bytes: [UInt8]) -> [Event] {
    buffer.append(contentsOf: bytes)
    var events: [Event] = []
    var start = 0
    while true {
      if skipping > 0 {
        let count = min(skipping, buffer.count - start)
        skipping -= count
        start += count
        if skipping > 0 { break }
      } else if let wanted = length {
        guard buffer.count - start >= wanted else { break }
        events.append(.message(Array(buffer[start..<start + wanted])))
        start += wanted
        length = nil
        scanned = 0
      } else if let end = headerEnd(from: start) {
        readHeader(buffer[start..<end], &events)
        start = end
        scanned = 0
      } else if buffer.count - start > Self.headerLimit {
        events.append(.fault("a header has no end"))
        start = buffer.count
        scanned = 0
      } else {
        break
      }
    }
    buffer.removeFirst(start)
    return events
  }

  /// Behind the blank line that ends a header.
  private mutating func headerEnd(from start: Int) -> Int? {
    let lineFeed = UInt8(ascii: "\n")
    var index = start + scanned
    while index < buffer.count {
      if buffer[index] == lineFeed, index > start {
        if buffer[index - 1] == lineFeed { return index + 1 }
        if index >= start + 2, buffer[index - 1] == UInt8(ascii: "\r"), buffer[index - 2] == lineFeed { return index + 1 }
      }
      index += 1
    }
    scanned = buffer.count - start
    return nil
  }

  private mutating func readHeader(_ bytes: ArraySlice<UInt8>, _ events: inout [Event]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":"), text[..<colon].lowercased() == "content-length" else { continue }
      guard let count = Int(text[text.index(after: colon)...].filter { !$0.isWhitespace }), count >= 0 else { continue }
      if count > Self.sizeLimit {
        events.append(.fault("a message of \(count) bytes is too large"))
        skipping = count
      } else {
        length = count
      }
      return
    }
    events.append(.fault("a header has no Content-Length"))
  }

  /// A message as it is sent.
  static func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}

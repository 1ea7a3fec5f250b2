/// The bytes of a connection that have come and are not answered yet: heads are taken from its front.
struct RequestBuffer: Sendable {
  private var bytes: [UInt8] = []
  /// How far it was looked for the end of a head.
  private var searched = 0

  mutating func append(_ more: [UInt8]) {
    bytes += more
  }

  /// The next head; nil as long as it has not come whole.
  mutating func next() throws(RequestFault) -> RequestHead? {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    // A line end or two before a request is what some clients send after a body (RFC 9112, section 2.2).
    while bytes.starts(with: end.prefix(2)) {
      bytes.removeFirst(2)
      searched = 0
    }
    while searched + end.count <= bytes.count {
      if bytes[searched..<searched + end.count].elementsEqual(end) {
        let head = bytes[..<searched]
        defer {
          bytes.removeFirst(searched + end.count)
          searched = 0
        }
        if head.count > RequestHead.limit { throw .tooLarge }
        return try RequestHead.parse(head)
      }
      searched += 1
    }
    if bytes.count > RequestHead.limit { throw .tooLarge }
    return nil
  }
}

/// An answer, before it is written.
struct Response: Sendable, Hashable {
  var status: Int
  /// Beside those that every answer has.
  var fields: [Field] = []
  var body: [UInt8] = []
  /// Whether only the head is sent: an answer to `HEAD` says how long the body would be.
  var leavesBodyOut = false

  struct Field: Sendable, Hashable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The answer as it is sent. A body's length is always said, so that the connection can stay.
  func bytes(keepsConnection: Bool) -> [UInt8] {
    var bytes = head
    // 304 must not speak of a body that it does not have (RFC 9110, section 8.6).
    if status != 304 { bytes += "Content-Length: \(body.count)\r\n".utf8 }
    bytes += (keepsConnection ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n").utf8
    if !leavesBodyOut, status != 304 { bytes += body }
    return bytes
  }

  /// The first line and the fields, each ended by a line end. What is shown is a draft: no other site may show it in a frame or read it.
  var head: [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Other")\r\n"
    for field in fields + Self.always { text += "\(field.name): \(field.value)\r\n" }
    return Array(text.utf8)
  }

  private static let always = [
    Field("Cache-Control", "no-cache"), Field("X-Content-Type-Options", "nosniff"), Field("Cross-Origin-Resource-Policy", "same-origin"),
    Field("Referrer-Policy", "same-origin"),
  ]

  private static let reasons = [
    200: "OK", 206: "Partial Content", 304: "Not Modified", 308: "Permanent Redirect", 400: "Bad Request", 403: "Forbidden",
    404: "Not Found", 405: "Method Not Allowed", 416: "Range Not Satisfiable", 431: "Request Header Fields Too Large",
    500: "Internal Server Error", 505: "HTTP Version Not Supported",
  ]
}

extension Response {
  /// An answer of one line, for people.
  static func words(_ status: Int, _ text: String, fields: [Field] = []) -> Response {
    Response(status: status, fields: [Field("Content-Type", MediaType.plain)] + fields, body: Array((text + "\n").utf8))
  }

  /// The answer to a request that is none.
  init(_ fault: RequestFault) {
    switch fault {
    case .malformed(let why): self = .words(400, "This request cannot be read: \(why).")
    case .tooLarge: self = .words(431, "This request has more than \(RequestHead.limit) bytes of fields.")
    case .version: self = .words(505, "Only HTTP/1.1 and HTTP/1.0 are spoken here.")
    }
  }
}

/// The head of a request, as HTTP/1.1 writes it (RFC 9112): a line with method and target, fields, and an empty line.
///
/// It is read strictly: lines end in CRLF, a field's name is a token and stands at the line's start, and a request names its host once. A
/// browser writes nothing else, and what is written otherwise is best not guessed at.
struct RequestHead: Sendable, Hashable {
  /// `GET`, `HEAD`, ... as it was written: methods are told apart by case.
  let method: String
  /// The path and the query, before anything is decoded; it begins with `/`.
  let target: String
  /// HTTP/1.1, and not 1.0.
  let isCurrent: Bool
  /// Names in small letters, values without the blanks around them.
  let fields: [Field]

  struct Field: Sendable, Hashable {
    let name: String
    let value: String
  }

  /// The most bytes that a head may have.
  static let limit = 16 << 10

  /// Reads a head.
  ///
  /// - Parameter bytes: All that stands before the empty line, without the line end that this begins with.
  static func parse(_ bytes: some Collection<UInt8>) throws(RequestFault) -> RequestHead {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed("it is not UTF-8") }
    // Swift takes CRLF for one character.
    var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst() else { throw .malformed("it is empty") }
    let parts = first.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, isToken(parts[0]) else { throw .malformed("its first line is not a method, a target and a version") }
    guard parts[2] == "HTTP/1.1" || parts[2] == "HTTP/1.0" else { throw .version }
    var fields: [Field] = []
    for line in lines { fields.append(try field(line)) }

    var target = String(parts[1])
    var hosts = fields.filter { $0.name == "host" }
    for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
      // The form for proxies: the host in it counts, not the field.
      let rest = target.dropFirst(scheme.count)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      hosts = [Field(name: "host", value: String(rest[..<end]))]
      fields = fields.filter { $0.name != "host" } + hosts
      target = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
    }
    guard target.hasPrefix("/"), target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { throw .malformed("its target is not a path") }
    let isCurrent = parts[2] == "HTTP/1.1"
    guard hosts.count <= 1, !(isCurrent && hosts.isEmpty) else { throw .malformed("it does not name its host once") }
    return RequestHead(method: String(parts[0]), target: target, isCurrent: isCurrent, fields: fields)
  }

  private static func field(_ line: Substring) throws(RequestFault) -> Field {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), isToken(line[..<colon]) else {
      throw .malformed("one of its fields has no proper name")
    }
    let value = line[line.index(after: colon)...].utf8.drop { $0 == 0x20 || $0 == 0x09 }
    let end = value.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { value.index(after: $0) } ?? value.startIndex
    guard value[..<end].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
      throw .malformed("one of its fields has a control character in it")
    }
    return Field(name: line[..<colon].lowercased(), value: String(Substring(value[..<end])))
  }

  /// What a name may be made of (RFC 9110, section 5.6.2).
  private static func isToken(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }
}

extension RequestHead {
  /// The value of a field, those of several joined by commas; nil if it is not there.
  subscript(name: String) -> String? {
    let values = fields.filter { $0.name == name }.map(\.value)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// The items of a field that is a list, in small letters.
  private func list(_ name: String) -> [String] {
    (self[name] ?? "").split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
  }

  /// Whether the connection stays for another request. One whose request brings a body does not: nothing here reads bodies.
  var keepsConnection: Bool {
    if hasBody || list("connection").contains("close") { return false }
    return isCurrent || list("connection").contains("keep-alive")
  }

  private var hasBody: Bool {
    self["transfer-encoding"] != nil || (self["content-length"] ?? "0") != "0"
  }
}

/// Why a request cannot be answered as one.
enum RequestFault: Error, Hashable, Sendable {
  /// What is wrong with it, in words that follow a colon.
  case malformed(String)
  case tooLarge
  case version
}

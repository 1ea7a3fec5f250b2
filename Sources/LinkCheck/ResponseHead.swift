/// The head of an answer of HTTP, as it comes in piece by piece; heads of interim answers (1xx) are passed over.
struct ResponseHead: Sendable {
  /// The longest head that is looked at, in bytes.
  static let limit = 1 << 18

  private var bytes: [UInt8] = []
  /// Known as soon as the head has ended.
  private(set) var answer: LinkAnswer?

  mutating func append(_ piece: some Sequence<UInt8>) {
    guard answer == nil, bytes.count < Self.limit else { return }
    for byte in piece {
      bytes.append(byte)
      guard byte == UInt8(ascii: "\n"), bytes.suffix(4).elementsEqual([13, 10, 13, 10]) || bytes.suffix(2).elementsEqual([10, 10]) else {
        continue
      }
      let lines = String(decoding: bytes, as: UTF8.self).split { $0.isNewline }
      bytes = []
      answer = Self.answer(lines)
      if answer != nil { return }
    }
  }

  private static func answer(_ lines: [Substring]) -> LinkAnswer? {
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]), !(100...199).contains(status) else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      fields[name] = fields[name] ?? String(value)
    }
    return .response(
      status: status, location: fields["location"],
      retryAfter: fields["retry-after"].flatMap { RetryAfter.seconds($0, from: fields["date"]) })
  }
}

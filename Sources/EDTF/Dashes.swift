/// The typographic dashes and spaces that word processors put into dates, as ASCII.
enum Dashes {
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\u{2010}"..."\u{2015}", "\u{2212}": result.append(UInt8(ascii: "-"))
      case "\u{00A0}", "\u{2009}", "\u{202F}": result.append(UInt8(ascii: " "))
      case "\u{2019}": result.append(UInt8(ascii: "'"))
      case "\u{2026}": result += Array("..".utf8)
      default: result += Array(String(scalar).utf8)
      }
    }
    return result
  }
}

/// The check sum at the end of an edition, by which an edit by hand or a merge is noticed: FNV-1a with 64 bits over all bytes before the
/// seal. Carriage returns do not count, so that a checkout with other line ends is the same edition. It guards against slips, not against
/// forgery: that is what the repository's own history is for.
enum EditionSeal {
  /// Sixteen hexadecimal digits.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes where byte != UInt8(ascii: "\r") { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

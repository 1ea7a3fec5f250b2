/// Turns the strict reader's fault into the error that is reported, with a proposal where there is a good guess.
///
/// A proposal is only ever offered, and only after the strict reader has accepted it. A day or month that does not exist gets none:
/// which digit is wrong, only the author knows.
enum EDTFRepair {
  static func error(for fault: EDTFFault, in bytes: [UInt8]) -> EDTFError {
    switch fault.reason {
    case .empty, .tooLong: return EDTFError(reason: fault.reason, range: fault.range, proposal: nil)
    default: break
    }
    let plain = Dashes.plain(bytes)
    let whole = 0..<bytes.count
    if let near = valid(NearExpression(bytes: plain).repaired()) {
      return refined(fault, proposal: near, in: bytes)
    }
    let phrase = OrdinaryPhrase(bytes: plain).read()
    if let phrase, let proposal = valid(Array(phrase.text.utf8)) {
      if phrase.isBound { return EDTFError(reason: .ordinaryBound, range: whole, proposal: proposal) }
      return ordinary(fault, proposal: proposal, whole: whole)
    }
    if let proposal = valid(NearExpression(bytes: plain, takesOrdinaryDates: true).repaired()) {
      return ordinary(fault, proposal: proposal, whole: whole)
    }
    if isGeneric(fault.reason), bytes.contains(where: isLetter), !bytes.contains(where: DateReader.isDigit) {
      return EDTFError(reason: .notADate, range: whole, proposal: nil)
    }
    return EDTFError(reason: fault.reason, range: fault.range, proposal: nil)
  }

  private static func ordinary(_ fault: EDTFFault, proposal: String, whole: Range<Int>) -> EDTFError {
    keepsReason(fault.reason)
      ? EDTFError(reason: fault.reason, range: fault.range, proposal: proposal)
      : EDTFError(reason: .ordinaryForm, range: whole, proposal: proposal)
  }

  /// The text, if the strict reader takes it.
  static func valid(_ bytes: [UInt8]?) -> String? {
    guard let bytes, (try? EDTFParser.parse(bytes)) != nil else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Names the trouble by its cause, where the strict reader only saw its effect.
  private static func refined(_ fault: EDTFFault, proposal: String, in bytes: [UInt8]) -> EDTFError {
    guard isGeneric(fault.reason) else { return EDTFError(reason: fault.reason, range: fault.range, proposal: proposal) }
    if let space = bytes.firstIndex(where: isSpace) {
      let end = bytes[space...].firstIndex { !isSpace($0) } ?? bytes.count
      return EDTFError(reason: .whitespace, range: space..<end, proposal: proposal)
    }
    return EDTFError(reason: fault.reason, range: fault.range, proposal: proposal)
  }

  private static func isGeneric(_ reason: EDTFReason) -> Bool {
    switch reason {
    case .notADate, .unexpectedText, .missingMember, .yearDigits, .notTwoDigits, .malformedOffset, .malformedTime, .unclosedSet: true
    default: false
    }
  }

  /// Reasons that say more than "an ordinary form" would.
  private static func keepsReason(_ reason: EDTFReason) -> Bool {
    switch reason {
    case .slashesInDate, .basicFormat, .reversedInterval: true
    default: false
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}

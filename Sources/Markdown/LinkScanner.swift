/// Reads the parts of a link in the source by CommonMark's grammar: what follows the closing bracket, and reference definitions.
struct LinkScanner {
  let bytes: [UInt8]
  private(set) var position: Int
  let limit: Int

  init(bytes: [UInt8], position: Int, limit: Int) {
    self.bytes = bytes
    self.position = position
    self.limit = limit
  }

  private var byte: UInt8 { position < limit ? bytes[position] : 0 }

  /// Takes `(destination "title")`, `[label]`, `[]` or nothing, in this order, as cmark tries them. Gives where the destination stands.
  mutating func tail() -> Range<Int>? {
    let start = position
    if byte == 0x28 {
      position += 1
      skipSpace()
      if let destination = destination() {
        let afterDestination = position
        skipSpace()
        if position > afterDestination, title() { skipSpace() }
        if byte == 0x29 {
          position += 1
          return destination
        }
      }
      position = start
    }
    if byte == 0x5B, !label() { position = start }
    return nil
  }

  /// Takes a reference definition, up to its line's end.
  mutating func definition() -> Bool {
    let start = position
    guard label(), position > start + 2, byte == 0x3A else { return false }
    position += 1
    skipSpace()
    let destinationStart = position
    guard destination() != nil, position > destinationStart else { return false }
    let afterDestination = position
    skipSpace()
    if position > afterDestination, title() {
      skipBlanks()
      if atLineEnd { return true }
    }
    position = afterDestination
    skipBlanks()
    return atLineEnd
  }

  private var atLineEnd: Bool { position >= limit || bytes[position].isLineEnd }

  /// Takes `[...]` without brackets inside.
  private mutating func label() -> Bool {
    position += 1
    let end = min(limit, position + 1001)
    while position < end {
      switch bytes[position] {
      case 0x5C: position += 1
      case 0x5B: return false
      case 0x5D:
        position += 1
        return true
      default: break
      }
      position += 1
    }
    return false
  }

  /// Takes a destination and gives where it stands, without the angle brackets.
  private mutating func destination() -> Range<Int>? {
    let start = position
    guard byte == 0x3C else { return bareDestination() }
    position += 1
    while position < limit {
      switch bytes[position] {
      case 0x5C: position += 1
      case 0x3E:
        position += 1
        return start + 1..<position - 1
      case 0x3C, 0x0A, 0x0D: return nil
      default: break
      }
      position += 1
    }
    return nil
  }

  private mutating func bareDestination() -> Range<Int>? {
    let start = position
    var depth = 0
    loop: while position < limit {
      switch bytes[position] {
      case 0x5C where position + 1 < limit && bytes[position + 1].isPunctuation: position += 1
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
      case 0x29:
        if depth == 0 { break loop }
        depth -= 1
      case 0x00...0x20, 0x7F: break loop
      default: break
      }
      position += 1
    }
    return depth == 0 ? start..<position : nil
  }

  private mutating func title() -> Bool {
    let start = position
    let end: UInt8
    switch byte {
    case 0x22, 0x27: end = byte
    case 0x28: end = 0x29
    default: return false
    }
    position += 1
    // Bounded, so that many titles that never end are not read to the end each.
    let bound = min(limit, position + 10_000)
    while position < bound {
      if bytes[position] == 0x5C {
        position += 1
      } else if bytes[position] == end {
        position += 1
        return true
      } else if end == 0x29, bytes[position] == 0x28 {
        break
      }
      position += 1
    }
    position = start
    return false
  }

  private mutating func skipBlanks() {
    while position < limit, bytes[position].isBlank { position += 1 }
  }

  /// Passes over white space with at most the line ends and quote marks between two lines.
  private mutating func skipSpace() {
    skipBlanks()
    guard position < limit, bytes[position].isLineEnd else { return }
    if bytes[position] == 0x0D { position += 1 }
    if position < limit, bytes[position] == 0x0A { position += 1 }
    while position < limit, bytes[position].isBlank || bytes[position] == 0x3E { position += 1 }
  }
}

/// Follows HTML's states over literal text, byte by byte.
struct HTMLScanner {
  var state = HTMLState()
  /// Set where a section that may be absent is followed by something that would run into its attribute.
  private var ranTogether = false

  init() {}

  init(_ state: HTMLState) {
    self.state = state
  }

  /// Whether that happened since the last call.
  mutating func takeRunTogether() -> Bool {
    defer { ranTogether = false }
    return ranTogether
  }

  mutating func advance(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { advance(byte) }
  }

  private mutating func advance(_ byte: UInt8) {
    switch state.mode {
    case .data: if byte == UInt8(ascii: "<") { state.mode = .tagOpen }
    case .tagOpen: openTag(byte)
    case .endTagOpen: openEndTag(byte)
    case .tagName: continueTagName(byte)
    case .beforeAttribute, .afterAttributeName, .afterValue, .boundary: betweenAttributes(byte)
    case .attributeName: continueAttributeName(byte)
    case .beforeValue: beginValue(byte)
    case .valueDouble: continueValue(byte, end: UInt8(ascii: "\""))
    case .valueSingle: continueValue(byte, end: UInt8(ascii: "'"))
    case .valueUnquoted:
      if isSpace(byte) { endValue(then: .beforeAttribute) } else if byte == UInt8(ascii: ">") { endTag() } else { state.append(byte) }
    case .declaration: continueDeclaration(byte)
    case .comment: continueComment(byte)
    case .bogusComment: if byte == UInt8(ascii: ">") { state = HTMLState() }
    case .rawText: continueRawText(byte)
    }
  }

  // MARK: Tags

  private mutating func openTag(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "/"): state.mode = .endTagOpen
    case UInt8(ascii: "!"): state.mode = .declaration
    case UInt8(ascii: "?"): state.mode = .bogusComment
    case UInt8(ascii: "<"): break
    case _ where isLetter(byte): beginTag(byte, isEndTag: false)
    default: state.mode = .data
    }
  }

  private mutating func openEndTag(_ byte: UInt8) {
    if isLetter(byte) { beginTag(byte, isEndTag: true) } else { state.mode = byte == UInt8(ascii: ">") ? .data : .bogusComment }
  }

  private mutating func beginTag(_ byte: UInt8, isEndTag: Bool) {
    state = HTMLState(mode: .tagName, isEndTag: isEndTag, buffer: [lowercase(byte)])
  }

  private mutating func continueTagName(_ byte: UInt8) {
    guard isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else { return state.append(byte) }
    state.element = Self.element(state.buffer)
    state.buffer = []
    if byte == UInt8(ascii: ">") { endTag() } else { state.mode = .beforeAttribute }
  }

  private mutating func endTag() {
    finishAttribute()
    let opensRawText = !state.isEndTag && state.element != .other
    state = HTMLState(
      mode: opensRawText ? .rawText : .data, element: opensRawText ? state.element : .other, holdsJSON: opensRawText && state.holdsJSON)
  }

  // MARK: Attributes

  private mutating func betweenAttributes(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"): state.mode = .beforeAttribute
    case UInt8(ascii: "=") where state.mode == .afterAttributeName: state.mode = .beforeValue
    case _ where isSpace(byte):
      if state.mode != .afterAttributeName { state.mode = .beforeAttribute }
    default:
      if state.mode == .boundary { ranTogether = true }
      state.mode = .attributeName
      state.attribute = .plain
      state.buffer = [lowercase(byte)]
    }
  }

  private mutating func continueAttributeName(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "="):
      nameAttribute()
      state.mode = .beforeValue
    case UInt8(ascii: ">"): endTag()
    case UInt8(ascii: "/"):
      state.buffer = []
      state.mode = .beforeAttribute
    case _ where isSpace(byte):
      nameAttribute()
      state.mode = .afterAttributeName
    default: state.append(byte)
    }
  }

  private mutating func nameAttribute() {
    state.attribute = Self.attribute(state.buffer, of: state.element)
    state.buffer = []
  }

  private mutating func beginValue(_ byte: UInt8) {
    state.address = .open
    switch byte {
    case UInt8(ascii: "\""): state.mode = .valueDouble
    case UInt8(ascii: "'"): state.mode = .valueSingle
    case UInt8(ascii: ">"): endTag()
    case _ where isSpace(byte): break
    default:
      state.mode = .valueUnquoted
      state.append(byte)
    }
  }

  private mutating func continueValue(_ byte: UInt8, end: UInt8) {
    guard byte != end else { return endValue(then: .afterValue) }
    switch state.attribute {
    case .scriptType: state.append(byte)
    case .url: continueAddress(byte)
    case .plain, .event, .style: break
    }
  }

  private mutating func continueAddress(_ byte: UInt8) {
    guard state.address == .open else { return }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): settleAddress(.settled)
    case UInt8(ascii: ":"):
      settleAddress(Escaping.schemes.contains(String(decoding: state.buffer, as: UTF8.self)) ? .settled : .refused)
    default: if !isSpace(byte) { state.append(byte) }
    }
  }

  private mutating func settleAddress(_ address: HTMLState.Address) {
    state.address = address
    state.buffer = []
  }

  private mutating func endValue(then mode: HTMLState.Mode) {
    finishAttribute()
    state.mode = mode
  }

  private mutating func finishAttribute() {
    if state.attribute == .scriptType {
      let type = String(decoding: state.buffer, as: UTF8.self)
      state.holdsJSON = type == "application/json" || type.hasSuffix("+json")
    }
    state.attribute = .plain
    state.address = .open
    state.buffer = []
  }

  // MARK: Comments and raw text

  private mutating func continueDeclaration(_ byte: UInt8) {
    state.append(byte)
    if state.buffer == Array("--".utf8) {
      state.mode = .comment
    } else if byte == UInt8(ascii: ">") {
      state = HTMLState()
    } else if state.buffer != [UInt8(ascii: "-")] {
      state.mode = .bogusComment
      state.buffer = []
    }
  }

  /// The buffer holds the dashes that may belong to the end, those of the beginning included, since `<!-->` is a whole comment.
  private mutating func continueComment(_ byte: UInt8) {
    if byte == UInt8(ascii: "-") {
      if state.buffer.count < 2 { state.buffer.append(byte) }
    } else if byte == UInt8(ascii: ">"), state.buffer.count == 2 {
      state = HTMLState()
    } else {
      state.buffer = []
    }
  }

  /// The buffer holds what may be the beginning of the closing tag.
  private mutating func continueRawText(_ byte: UInt8) {
    if byte == UInt8(ascii: "<") {
      state.buffer = [byte]
    } else if state.buffer == [UInt8(ascii: "<")], byte == UInt8(ascii: "/") {
      state.buffer.append(byte)
    } else if state.buffer.count >= 2 {
      if isLetter(byte) {
        state.append(byte)
      } else {
        let closes = Self.element(Array(state.buffer.dropFirst(2))) == state.element && state.element != .other
        state.buffer = []
        guard closes, isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") else { return }
        state = HTMLState(mode: .beforeAttribute, isEndTag: true)
        if byte == UInt8(ascii: ">") { endTag() }
      }
    } else {
      state.buffer = []
    }
  }
}

// MARK: - Names that HTML knows

extension HTMLScanner {
  static func element(_ name: [UInt8]) -> HTMLState.Element {
    switch String(decoding: name, as: UTF8.self) {
    case "script": .script
    case "style": .style
    case "title": .title
    case "textarea": .textarea
    case "iframe", "noembed", "noframes", "xmp", "plaintext": .otherRawText
    default: .other
    }
  }

  private static let addresses: Set<String> = [
    "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href", "icon", "imagesrcset", "longdesc",
    "manifest",
    "ping", "poster", "profile", "src", "srcset", "usemap", "xlink:href",
  ]

  static func attribute(_ name: [UInt8], of element: HTMLState.Element) -> HTMLState.Attribute {
    let text = String(decoding: name, as: UTF8.self)
    if addresses.contains(text) { return .url }
    if text == "style" { return .style }
    if text == "srcdoc" || text.hasPrefix("on") { return .event }
    return text == "type" && element == .script ? .scriptType : .plain
  }
}

extension HTMLState {
  /// Takes a byte into the buffer, in lower case; names and types that matter are shorter than the limit.
  fileprivate mutating func append(_ byte: UInt8) {
    if buffer.count < 64 { buffer.append(lowercase(byte)) }
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
}

private func lowercase(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

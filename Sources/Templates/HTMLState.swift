/// Where in an HTML document a point of a template stands, as the HTML standard's tokenizer has it (13.2.5), cut down to what decides how a
/// value may be written there.
struct HTMLState: Hashable {
  enum Mode: Hashable {
    case data
    /// Behind `<`, and behind `</`.
    case tagOpen, endTagOpen
    case tagName, beforeAttribute, attributeName, afterAttributeName, beforeValue
    case valueDouble, valueSingle, valueUnquoted
    case afterValue
    /// In a tag, behind a section that may have written an attribute or not: white space, `/` or `>` must follow.
    case boundary
    /// Behind `<!`, until it is clear what begins.
    case declaration
    case comment
    /// A doctype, or a `<!` or `<?` that HTML takes for a comment up to the next `>`.
    case bogusComment
    /// Inside of script, style, title, textarea and the like: everything is text up to their closing tag.
    case rawText
  }

  enum Element: Hashable {
    case other, script, style, title, textarea, otherRawText
  }

  enum Attribute: Hashable {
    case plain, url, event, style, scriptType
  }

  /// How much of an address stands in the literal text before a name.
  enum Address: Int, Hashable, Comparable {
    /// Nothing yet, or nothing that keeps a scheme from being formed.
    case open
    /// A `/`, `?`, `#` or an allowed scheme: what follows cannot become a scheme.
    case settled
    /// A scheme that is not allowed.
    case refused

    static func < (left: Address, right: Address) -> Bool { left.rawValue < right.rawValue }
  }

  var mode = Mode.data
  var element = Element.other
  var isEndTag = false
  var attribute = Attribute.plain
  var address = Address.open
  /// Whether the script element that is being opened, or is open, holds JSON.
  var holdsJSON = false
  /// The name, value or end that is being read, in lower case; empty where it does not matter.
  var buffer: [UInt8] = []

  /// Whether the point lies in a tag but in no attribute's value.
  var isBetweenAttributes: Bool {
    switch mode {
    case .tagName, .beforeAttribute, .attributeName, .afterAttributeName, .afterValue, .boundary: true
    default: false
    }
  }

  var isInValue: Bool {
    mode == .valueDouble || mode == .valueSingle
  }

  /// The state behind a point that is reached both ways: behind a section that is shown or not. Nil if the two cannot be told apart by what
  /// follows, so that neither would be safe.
  static func join(_ left: HTMLState, _ right: HTMLState) -> HTMLState? {
    if left == right { return left }
    if left.isBetweenAttributes, right.isBetweenAttributes {
      var (a, b) = (left.settled, right.settled)
      let holdsJSON = a.holdsJSON && b.holdsJSON
      a.holdsJSON = holdsJSON
      b.holdsJSON = holdsJSON
      return a == b ? a : nil
    }
    guard left.mode == right.mode else { return nil }
    if left.isInValue {
      var (a, b) = (left, right)
      // Of what a value's start may be, the worse holds.
      let address: Address = a.address == .refused || b.address == .refused ? .refused : min(a.address, b.address)
      a.address = address
      b.address = address
      a.buffer = []
      b.buffer = []
      return a == b && a.attribute != .scriptType ? a : nil
    }
    if left.mode == .comment || left.mode == .rawText {
      var (a, b) = (left, right)
      a.buffer = []
      b.buffer = []
      return a == b ? a : nil
    }
    return nil
  }

  /// The same point in a tag, with the name that was being read taken as finished.
  private var settled: HTMLState {
    var state = self
    if mode == .tagName { state.element = HTMLScanner.element(buffer) }
    state.mode = .boundary
    state.attribute = .plain
    state.address = .open
    state.buffer = []
    return state
  }
}

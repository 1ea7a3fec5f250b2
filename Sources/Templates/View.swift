/// A value that a template can show.
///
/// Escaping is a type: `text` is escaped, `url` is checked and escaped, `markup` is HTML that only `{{{name}}}` takes, `json` stands only in a script
/// element for JSON.
package enum View: Sendable {
  /// A declared field that has no value here. It ends the look-up: an outer record's field of that name is never shown instead.
  case absent
  case text(String)
  case url(String)
  case markup([UInt8])
  case json([UInt8])
  case flag(Bool)
  case list([View])
  case record(any ViewRecord)

  /// A text, or absent where there is none or it is empty.
  package static func text(_ string: String?) -> View {
    guard let string, !string.isEmpty else { return .absent }
    return .text(string)
  }
}

/// A record whose fields are asked for by their place in the shape, only when a template shows them.
package protocol ViewRecord: Sendable {
  var shape: ViewShape { get }

  /// The value of the field at that place of `shape.fields`.
  func value(at slot: Int) -> View
}

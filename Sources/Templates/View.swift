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

/// A record whose fields are asked for by name, only when a template shows them.
///
/// Records are objects that never change: the renderer passes them around by the thousand, and an object is one reference to count.
package protocol ViewRecord: AnyObject, Sendable {
  var shape: ViewShape { get }

  /// The value of the field of that name; nil where the shape has none, which is not the same as a field that is absent here.
  func value(of key: NameKey) -> View?
}

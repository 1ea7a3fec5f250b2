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
  /// Where the fields of the record's shape stand.
  var slots: FieldSlots { get }
  /// The value of the field at that place among the shape's fields.
  func value(at slot: Int) -> View
}

extension ViewRecord {
  /// The value of the field of that name; nil where the shape has none, which is not the same as a field that is absent here.
  package func value(of key: NameKey) -> View? {
    let slot = slots.slot(of: key)
    return slot < 0 ? nil : value(at: slot)
  }
}

/// A record of which a function gives the values.
package final class ComputedRecord: ViewRecord {
  package let slots: FieldSlots
  private let values: @Sendable (Int) -> View

  /// - Parameters:
  ///   - shape: What the record has.
  ///   - values: The value of a field, by its place among the shape's fields.
  package init(_ shape: ViewShape, _ values: @escaping @Sendable (Int) -> View) {
    slots = shape.slots
    self.values = values
  }

  /// See `ViewRecord`.
  package func value(at slot: Int) -> View {
    values(slot)
  }
}

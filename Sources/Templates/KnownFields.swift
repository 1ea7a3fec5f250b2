/// Fields of one shape that have the same values in all records of it which a linked template will show.
package struct KnownFields: Sendable {
  private let slots: FieldSlots
  private let values: [Int: View]

  /// - Parameter values: The values, by the fields' places in the shape.
  package init(_ shape: ViewShape, _ values: [Int: View]) {
    slots = shape.slots
    self.values = values
  }

  /// The value of a field; nil where it is known only when a record is shown.
  func value(at slot: Int, of type: ViewType) -> View? {
    guard case .record(let shape) = type, shape.slots === slots else { return nil }
    return values[slot]
  }
}

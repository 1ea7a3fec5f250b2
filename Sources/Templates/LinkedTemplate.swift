/// A template made one with all that it calls, for records of one shape.
///
/// What a template shows is settled once its shape is known: which partial stands where, what fills a block, in which record and at which of its
/// fields a name is found, and every word that is the same on all pages. Linking does that work once, so that rendering only copies bytes and asks
/// records for their fields. The output is the renderer's to the byte.
package struct LinkedTemplate: Sendable {
  /// One step; `end` is the index behind the last step of its body, which begins right after it.
  enum Step: Sendable {
    /// A range of the template's own bytes.
    case literal(start: Int32, end: Int32)
    case variable(Place, raw: Bool, singleQuoted: Bool)
    case section(Place, end: Int32)
    case inverted(Place, end: Int32)
    /// Of the options in its body, that of which the text is the value's is run.
    case choice(Place, end: Int32)
    /// A text by its number, and what is shown for it.
    case option(Int32, end: Int32)
  }

  /// Where a value is found: in the record at that level of the stack, by the places of fields, each in what the one before gave. Without
  /// fields it is what stands at the level itself.
  struct Place: Sendable {
    let level: Int32
    let slots: Range<Int32>
  }

  var bytes: [UInt8] = []
  var steps: [Step] = []
  var slots: [Int16] = []
  /// The texts of options.
  var texts: [String] = []

  /// Links a template, which has been checked against the shape.
  ///
  /// - Parameters:
  ///   - shape: What the records that are to be shown have.
  ///   - constants: The values of the shape's last fields where they are the same for all records; such records may leave them out.
  /// - Returns: Nil where that cannot be told before a record is there, as when partials call each other in a ring; the renderer shows such
  ///   a template as it is.
  package init?(_ name: String, of library: TemplateLibrary, for shape: ViewShape, constants: [View] = []) {
    var linker = TemplateLinker(library)
    guard linker.link(name, shape, constants) else { return nil }
    self = linker.linked
  }

  init() {}

  /// Appends what the template shows of a record of its shape.
  package func render(_ record: ViewRecord, into bytes: inout [UInt8]) {
    var stack = [View.record(record)]
    run(0..<Int32(steps.count), &stack, into: &bytes)
  }

  private func run(_ range: Range<Int32>, _ stack: inout [View], into output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch steps[Int(index)] {
      case .literal(let start, let end):
        output.append(contentsOf: bytes[Int(start)..<Int(end)])
        index += 1
      case .variable(let place, let raw, let singleQuoted):
        value(at: place, stack).append(raw: raw, singleQuoted: singleQuoted, to: &output)
        index += 1
      case .section(let place, let end):
        show(value(at: place, stack), index + 1..<end, &stack, into: &output)
        index = end
      case .inverted(let place, let end):
        if !value(at: place, stack).isShown { run(index + 1..<end, &stack, into: &output) }
        index = end
      case .choice(let place, let end):
        if let body = option(value(at: place, stack), in: index + 1..<end) { run(body, &stack, into: &output) }
        index = end
      case .option(_, let end):
        index = end
      }
    }
  }

  private func show(_ value: View, _ body: Range<Int32>, _ stack: inout [View], into output: inout [UInt8]) {
    guard value.isShown else { return }
    switch value {
    case .list(let items):
      for item in items {
        stack.append(item)
        run(body, &stack, into: &output)
        stack.removeLast()
      }
    case .flag:
      run(body, &stack, into: &output)
    default:
      stack.append(value)
      run(body, &stack, into: &output)
      stack.removeLast()
    }
  }

  private func option(_ value: View, in options: Range<Int32>) -> Range<Int32>? {
    guard case .text(let text) = value else { return nil }
    var index = options.lowerBound
    while index < options.upperBound {
      guard case .option(let number, let end) = steps[Int(index)] else { return nil }
      if texts[Int(number)] == text { return index + 1..<end }
      index = end
    }
    return nil
  }

  private func value(at place: Place, _ stack: [View]) -> View {
    var value = stack[Int(place.level)]
    for index in place.slots {
      guard case .record(let record) = value else { return .absent }
      value = record.value(at: Int(slots[Int(index)]))
    }
    return value
  }
}

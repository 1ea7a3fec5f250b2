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
    /// The value, or each item of a list, is kept while the body is run.
    case section(Place, Keep, end: Int32)
    case inverted(Place, end: Int32)
    /// Of the options in its body, that of which the text is the value's is run.
    case choice(Place, end: Int32)
    /// A text by its number, and what is shown for it.
    case option(Int32, end: Int32)
  }

  /// Where a value is found: in the record that is kept under a number, by the place of a field, and by those of further fields, each in what the
  /// one before gave.
  struct Place: Sendable {
    /// The record of which the body is being run: most names are found in it, and it is at hand.
    static let own: Int32 = -1
    /// In place of a field: the kept value itself.
    static let whole: Int16 = -1

    let kept: Int32
    let slot: Int16
    let further: Range<Int32>
  }

  /// The number that a value is kept under, and which of its fields are kept with it: those in which dotted names look further, so that each
  /// is asked for once and not for every name.
  struct Keep: Sendable {
    /// In place of a number: nothing looks for the value itself.
    static let nothing: Int32 = -1

    var number: Int32
    var fields: Range<Int32>
  }

  var bytes: [UInt8] = []
  var steps: [Step] = []
  var slots: [Int16] = []
  /// Fields that are kept with the record that has them, and the numbers that they are kept under.
  var fields: [(slot: Int16, number: Int32)] = []
  /// How many values are kept at most.
  var room: Int32 = 1
  /// The record that is shown.
  var root = Keep(number: 0, fields: 0..<0)
  /// The texts of options.
  var texts: [String] = []

  /// Links a template, which has been checked against the shape.
  ///
  /// - Parameters:
  ///   - shape: What the records that are to be shown have.
  ///   - constants: The values of the shape's last fields where they are the same for all records; such records may leave them out.
  ///   - known: What is the same in all records of another shape that the record holds.
  /// - Returns: Nil where that cannot be told before a record is there, as when partials call each other in a ring; the renderer shows such
  ///   a template as it is.
  package init?(_ name: String, of library: TemplateLibrary, for shape: ViewShape, constants: [View] = [], known: KnownFields? = nil) {
    var linker = TemplateLinker(library, known)
    guard linker.link(name, shape, constants) else { return nil }
    self = linker.linked
  }

  init() {}

  /// Appends what the template shows of a record of its shape.
  package func render(_ record: any ViewRecord, into bytes: inout [UInt8]) {
    var kept = [View](repeating: .absent, count: Int(room))
    if root.number != Keep.nothing { kept[Int(root.number)] = .record(record) }
    keepFields(of: record, root, &kept)
    run(0..<Int32(steps.count), record, &kept, into: &bytes)
  }

  private func keepFields(of record: any ViewRecord, _ keep: Keep, _ kept: inout [View]) {
    for index in keep.fields {
      let field = fields[Int(index)]
      kept[Int(field.number)] = record.value(at: Int(field.slot))
    }
  }

  /// - Parameter own: The record of which the body is run.
  private func run(_ range: Range<Int32>, _ own: any ViewRecord, _ kept: inout [View], into output: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch steps[Int(index)] {
      case .literal(let start, let end):
        output.append(contentsOf: bytes[Int(start)..<Int(end)])
        index += 1
      case .variable(let place, let raw, let singleQuoted):
        value(at: place, own, kept).append(raw: raw, singleQuoted: singleQuoted, to: &output)
        index += 1
      case .section(let place, let keep, let end):
        show(value(at: place, own, kept), keep, index + 1..<end, own, &kept, into: &output)
        index = end
      case .inverted(let place, let end):
        if !value(at: place, own, kept).isShown { run(index + 1..<end, own, &kept, into: &output) }
        index = end
      case .choice(let place, let end):
        if let body = option(value(at: place, own, kept), in: index + 1..<end) { run(body, own, &kept, into: &output) }
        index = end
      case .option(_, let end):
        index = end
      }
    }
  }

  private func show(
    _ value: View, _ keep: Keep, _ body: Range<Int32>, _ own: any ViewRecord, _ kept: inout [View], into output: inout [UInt8]
  ) {
    switch value {
    case .list(let items): for item in items { show(one: item, keep, body, own, &kept, into: &output) }
    case .flag(let flag): if flag { run(body, own, &kept, into: &output) }
    default: if value.isShown { show(one: value, keep, body, own, &kept, into: &output) }
    }
  }

  private func show(
    one value: View, _ keep: Keep, _ body: Range<Int32>, _ own: any ViewRecord, _ kept: inout [View], into output: inout [UInt8]
  ) {
    if keep.number != Keep.nothing { kept[Int(keep.number)] = value }
    guard case .record(let record) = value else { return run(body, own, &kept, into: &output) }
    keepFields(of: record, keep, &kept)
    run(body, record, &kept, into: &output)
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

  private func value(at place: Place, _ own: any ViewRecord, _ kept: [View]) -> View {
    var value: View
    if place.kept == Place.own {
      value = own.value(at: Int(place.slot))
    } else if place.slot == Place.whole {
      return kept[Int(place.kept)]
    } else if case .record(let record) = kept[Int(place.kept)] {
      value = record.value(at: Int(place.slot))
    } else {
      return .absent
    }
    for index in place.further {
      guard case .record(let record) = value else { return .absent }
      value = record.value(at: Int(slots[Int(index)]))
    }
    return value
  }
}

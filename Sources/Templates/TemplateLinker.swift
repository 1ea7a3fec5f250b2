/// Runs a template without a record: what depends on none is put out at once, and the rest becomes steps.
///
/// It follows `Renderer` operation for operation; where that one's course hangs on a value in a way that steps cannot say, it gives up.
struct TemplateLinker {
  private(set) var linked = LinkedTemplate()
  private let library: TemplateLibrary
  private let program: TemplateProgram
  private let known: KnownFields?
  private var stack: [Frame] = []
  private var overrides = BlockOverrides()
  private var indentation: [UInt8] = []
  private var dropped = 0
  private var continuesLine = false
  /// Fields of kept records that are kept too, by the record's number and their places.
  private var kept: [Int32: [Int: Int32]] = [:]
  /// The numbers of values that are looked for under them, from within other records' bodies.
  private var wanted: Set<Int32> = []
  /// The number of the record of which the body is being put in.
  private var own: Int32 = 0
  /// The templates that are being put in.
  private var open: [Int] = []
  /// Behind this step, what is shown may have come another way: a literal does not grow into the one before it.
  private var seam = 0
  /// How many templates have been put in.
  private var count = 0
  private var hasGivenUp = false

  /// How many templates may be put in: partials that each call the next one twice would grow without end.
  private static let limit = 1 << 12

  /// What names are looked up in.
  private enum Frame {
    /// A value that is known only when a record is shown, and the number that it is kept under then.
    case open(ViewType, kept: Int32)
    /// A value that is known now.
    case constant(View)
    /// The record to be shown, which is kept under 0, and of which the last fields are known.
    case root(ViewShape, constants: [View])
  }

  /// A value as far as it is known.
  private enum Found {
    case constant(View)
    case open(LinkedTemplate.Place, ViewType)
  }

  init(_ library: TemplateLibrary, _ known: KnownFields? = nil) {
    self.library = library
    self.known = known
    program = library.program
  }

  /// - Returns: Whether all of it could be linked.
  mutating func link(_ name: String, _ shape: ViewShape, _ constants: [View]) -> Bool {
    guard let index = library.index(of: name), !library.templates[index].isBroken else { return false }
    stack = [.root(shape, constants: constants)]
    put(index)
    linked.root = keep(0)
    return !hasGivenUp
  }

  private mutating func put(_ template: Int) {
    count += 1
    guard count < Self.limit, open.count < Renderer.partialLimit, !open.contains(template) else {
      hasGivenUp = true
      return
    }
    open.append(template)
    run(library.templates[template].operations)
    open.removeLast()
  }

  private mutating func run(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound, !hasGivenUp {
      switch program.operations[index] {
      case .literal(let start, let end, let atLineStart):
        literal(Int(start), Int(end), atLineStart: atLineStart)
        index += 1
      case .lineStart:
        startLine()
        index += 1
      case .variable(let path, let raw, let singleQuoted):
        variable(Int(path), raw: raw, singleQuoted: singleQuoted)
        index += 1
      case .section(let path, let end):
        section(Int(path), index + 1..<Int(end))
        index = Int(end)
      case .inverted(let path, let end):
        inverted(Int(path), index + 1..<Int(end))
        index = Int(end)
      case .call(let call, let end):
        self.call(Int(call), index + 1..<Int(end))
        index = Int(end)
      case .block(let block, let end):
        self.block(Int(block), index + 1..<Int(end))
        index = Int(end)
      }
    }
  }

  // MARK: Names

  private mutating func find(_ number: Int) -> Found {
    let path = program.paths[number]
    guard let first = path.first else {
      guard let frame = stack.last else { return .constant(.absent) }
      return whole(frame)
    }
    for frame in stack.reversed() {
      switch frame {
      case .constant(.record(let record)):
        guard let value = record.value(of: first) else { continue }
        return .constant(follow(path.rest, from: value))
      case .constant: continue
      case .open(let type, let number):
        guard case .record(let shape) = type, let place = follow(path.rest, from: first, in: shape, number) else { continue }
        return place
      case .root(let shape, let constants):
        let slot = shape.slots.slot(of: first)
        let known = slot - (shape.fields.count - constants.count)
        if slot >= 0, known >= 0 { return .constant(follow(path.rest, from: constants[known])) }
        if let place = follow(path.rest, from: first, in: shape, 0) { return place }
      }
    }
    return .constant(.absent)
  }

  /// What stands on the stack, for `.`.
  private mutating func whole(_ frame: Frame) -> Found {
    switch frame {
    case .constant(let view): .constant(view)
    case .open(let type, let number): .open(whole(number), type)
    case .root(let shape, _): .open(whole(0), .record(shape))
    }
  }

  private mutating func whole(_ number: Int32) -> LinkedTemplate.Place {
    wanted.insert(number)
    return LinkedTemplate.Place(kept: number, slot: LinkedTemplate.Place.whole, further: 0..<0)
  }

  private func follow(_ keys: Range<Int32>, from value: View) -> View {
    var value = value
    for key in keys {
      guard case .record(let record) = value, let next = record.value(of: program.keys[Int(key)]) else { return .absent }
      value = next
    }
    return value
  }

  /// Nil where the shape has no field of the first name.
  private mutating func follow(_ keys: Range<Int32>, from first: NameKey, in shape: ViewShape, _ number: Int32) -> Found? {
    let slot = shape.slots.slot(of: first)
    guard slot >= 0 else { return nil }
    var type = ViewType.record(shape)
    var slots: [Int] = []
    for (index, key) in ([first] + keys.map { program.keys[Int($0)] }).enumerated() {
      guard let found = self.slot(of: key, in: type) else { return .constant(.absent) }
      if let value = known?.value(at: found.slot, of: type) { return .constant(follow(keys.dropFirst(index), from: value)) }
      slots.append(found.slot)
      type = found.type
    }
    guard slots.count > 1 else { return .open(place(number, slot, further: 0..<0), type) }
    let start = Int32(linked.slots.count)
    linked.slots += slots.dropFirst(2).map { Int16($0) }
    return .open(place(keepField(slot, of: number), slots[1], further: start..<Int32(linked.slots.count)), type)
  }

  private func slot(of key: NameKey, in type: ViewType) -> (slot: Int, type: ViewType)? {
    guard case .record(let shape) = type else { return nil }
    let slot = shape.slots.slot(of: key)
    return slot < 0 ? nil : (slot, shape.fields[slot].type)
  }

  private mutating func place(_ number: Int32, _ slot: Int, further: Range<Int32>) -> LinkedTemplate.Place {
    if number != own { wanted.insert(number) }
    return LinkedTemplate.Place(kept: number == own ? LinkedTemplate.Place.own : number, slot: Int16(slot), further: further)
  }

  // MARK: What is kept

  private mutating func nextNumber() -> Int32 {
    linked.room += 1
    return linked.room - 1
  }

  /// The number under which a field of a kept record is kept with it.
  private mutating func keepField(_ slot: Int, of record: Int32) -> Int32 {
    if let number = kept[record]?[slot] { return number }
    let number = nextNumber()
    kept[record, default: [:]][slot] = number
    return number
  }

  /// What is kept of a record, once all that is shown of it has been linked.
  private mutating func keep(_ record: Int32) -> LinkedTemplate.Keep {
    let start = Int32(linked.fields.count)
    for (slot, number) in (kept[record] ?? [:]).sorted(by: { $0.key < $1.key }) { linked.fields.append((Int16(slot), number)) }
    return LinkedTemplate.Keep(
      number: wanted.contains(record) ? record : LinkedTemplate.Keep.nothing, fields: start..<Int32(linked.fields.count))
  }

  // MARK: Sections

  private mutating func section(_ path: Int, _ body: Range<Int>) {
    switch find(path) {
    case .constant(let value):
      guard value.isShown else { return }
      switch value {
      case .flag: run(body)
      case .list(let items): for item in items { run(body, over: .constant(item)) }
      default: run(body, over: .constant(value))
      }
    case .open(let place, let type):
      let number = nextNumber()
      let index = linked.steps.count
      step(.section(place, LinkedTemplate.Keep(number: number, fields: 0..<0), end: 0)) { linker in
        switch type {
        case .flag: linker.run(body)
        case .list(let element): linker.run(body, over: element, kept: number)
        default: linker.run(body, over: type, kept: number)
        }
      }
      if case .section(let place, _, let end) = linked.steps[index] { linked.steps[index] = .section(place, keep(number), end: end) }
    }
  }

  private mutating func inverted(_ path: Int, _ body: Range<Int>) {
    switch find(path) {
    case .constant(let value): if !value.isShown { run(body) }
    case .open(let place, _): step(.inverted(place, end: 0)) { $0.run(body) }
    }
  }

  private mutating func run(_ body: Range<Int>, over frame: Frame) {
    stack.append(frame)
    run(body)
    stack.removeLast()
  }

  /// A body that is run over a value which is kept under that number.
  private mutating func run(_ body: Range<Int>, over type: ViewType, kept number: Int32) {
    let outer = own
    if case .record = type { own = number }
    run(body, over: .open(type, kept: number))
    own = outer
  }

  /// A step with a body, which may be run or not: what is known of the line must be the same behind it either way.
  private mutating func step(_ step: LinkedTemplate.Step, _ body: (inout TemplateLinker) -> Void) {
    let index = linked.steps.count
    let before = continuesLine
    linked.steps.append(step)
    body(&self)
    if continuesLine != before { hasGivenUp = true }
    let end = Int32(linked.steps.count)
    seam = linked.steps.count
    switch step {
    case .section(let place, let keep, _): linked.steps[index] = .section(place, keep, end: end)
    case .inverted(let place, _): linked.steps[index] = .inverted(place, end: end)
    case .choice(let place, _): linked.steps[index] = .choice(place, end: end)
    case .option(let text, _): linked.steps[index] = .option(text, end: end)
    case .literal, .variable: break
    }
  }

  // MARK: Partials, parents and blocks

  private mutating func call(_ number: Int, _ body: Range<Int>) {
    switch program.calls[number].target {
    case .named(_, let index): if let index { put(index, by: number, body) }
    case .dynamic(let path):
      switch find(Int(path)) {
      case .constant(.text(let name)): if let index = library.index(of: name) { put(index, by: number, body) }
      case .constant: break
      case .open(let place, .choice(let values)):
        step(.choice(place, end: 0)) { linker in
          for value in values {
            guard let index = linker.library.index(of: value) else { continue }
            linker.linked.texts.append(value)
            linker.step(.option(Int32(linker.linked.texts.count - 1), end: 0)) { $0.put(index, by: number, body) }
          }
        }
      case .open: hasGivenUp = true
      }
    }
  }

  private mutating func put(_ template: Int, by number: Int, _ body: Range<Int>) {
    let call = program.calls[number]
    let outer = (overrides.mark, indentation, dropped)
    if call.isParent { overrides.collect(body, of: program) }
    if let own = call.indentation {
      indentation += program.bytes[Int(own.lowerBound)..<Int(own.upperBound)].dropFirst(dropped)
    } else {
      indentation = []
    }
    dropped = 0
    put(template)
    overrides.restore(outer.0)
    (indentation, dropped) = (outer.1, outer.2)
  }

  private mutating func block(_ number: Int, _ body: Range<Int>) {
    let site = program.blocks[number]
    guard let override = overrides.filling(of: site.key) else { return run(body) }
    let filling = program.blocks[override.block]
    let outer = (overrides.environment, indentation, dropped)
    indentation += program.bytes[Int(site.indentation.lowerBound)..<Int(site.indentation.upperBound)].dropFirst(dropped)
    overrides.environment = override.outer
    if filling.isInline {
      if !site.isInline { startLine() }
      dropped = 0
    } else {
      continuesLine = site.isInline
      dropped = filling.indentation.count
    }
    run(override.body)
    continuesLine = false
    (overrides.environment, indentation, dropped) = outer
  }

  // MARK: Output

  private mutating func variable(_ path: Int, raw: Bool, singleQuoted: Bool) {
    switch find(path) {
    case .constant(let value): write { value.append(raw: raw, singleQuoted: singleQuoted, to: &$0) }
    case .open(let place, _): linked.steps.append(.variable(place, raw: raw, singleQuoted: singleQuoted))
    }
  }

  private mutating func startLine() {
    if continuesLine {
      continuesLine = false
    } else if !indentation.isEmpty {
      let indentation = indentation
      write { $0 += indentation }
    }
  }

  private mutating func literal(_ start: Int, _ end: Int, atLineStart: Bool) {
    var isLineStart = atLineStart
    var offset = start
    while offset < end {
      if isLineStart {
        startLine()
        var left = dropped
        while left > 0, offset < end, program.bytes[offset] == 0x20 || program.bytes[offset] == 0x09 {
          offset += 1
          left -= 1
        }
      }
      let lineEnd = program.bytes[offset..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
      let line = program.bytes[offset..<lineEnd]
      write { $0 += line }
      offset = lineEnd
      isLineStart = true
    }
  }

  /// Puts bytes out: into the literal before, unless something may have come between.
  private mutating func write(_ append: (inout [UInt8]) -> Void) {
    let start = linked.bytes.count
    append(&linked.bytes)
    let end = linked.bytes.count
    guard end > start else { return }
    if linked.steps.count > seam, case .literal(let first, _)? = linked.steps.last {
      linked.steps[linked.steps.count - 1] = .literal(start: first, end: Int32(end))
    } else {
      linked.steps.append(.literal(start: Int32(start), end: Int32(end)))
    }
  }
}

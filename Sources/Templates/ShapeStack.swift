/// What names are looked up in at one point of a template: the types that the renderer's stack will hold there, from the outside in.
///
/// A record below an equal one is left out: every name is found in the upper one first. So the stack cannot grow without end, however partials
/// call each other.
struct ShapeStack: Hashable {
  struct Frame: Hashable {
    let type: ViewType
    /// Dotted names of this record's optional fields that a section has shown to be there.
    var present: Set<String> = []

    static func == (left: Frame, right: Frame) -> Bool {
      left.type.fingerprint == right.type.fingerprint && left.present == right.present
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(type.fingerprint)
      hasher.combine(present)
    }
  }

  private(set) var frames: [Frame]

  init(_ shape: ViewShape) {
    frames = [Frame(type: .record(shape))]
  }

  mutating func push(_ type: ViewType) {
    let fingerprint = type.fingerprint
    frames.removeAll { frame in
      if case .record = frame.type { return frame.type.fingerprint == fingerprint }
      return true
    }
    frames.append(Frame(type: type))
  }

  /// Notes that a section has shown a name to have a value.
  mutating func markPresent(_ place: Place) {
    guard let level = place.level else { return }
    for end in place.path.indices { frames[level].present.insert(place.path[...end].joined(separator: ".")) }
  }

  /// Every name that can be written here, from the inside out, each once.
  var names: [String] {
    var seen: Set<String> = []
    return frames.reversed().flatMap(\.type.fieldNames).filter { seen.insert($0).inserted }
  }
}

// MARK: - Look-up

extension ShapeStack {
  /// What a name stands for.
  struct Place {
    let type: ViewType
    /// Whether it may be absent at this point: it is optional, and no section around says that it is there.
    let mayBeAbsent: Bool
    /// Whether it is declared optional, itself or what it is a part of.
    let isOptional: Bool
    /// The frame in which the first part was found, and the parts; nil and empty for `.`.
    let level: Int?
    let path: [String]
  }

  enum Failure: Error {
    /// The part at that index is not a field of what the parts before it gave: of a stack's names, for the first.
    case unknown(part: Int, in: ViewShape?)
    /// The part at that index is asked for in something that has no fields.
    case noFields(part: Int, in: ViewType)
    /// `.` stands where there is no single value at hand.
    case noValue
  }

  /// Looks a dotted name up as the renderer does. `use` is told of every field that is met, with the record that has it.
  func resolve(_ name: String, use: (ViewShape, ViewField) -> Void) throws(Failure) -> Place {
    if name == "." {
      guard let last = frames.last else { throw .noValue }
      return Place(type: last.type, mayBeAbsent: false, isOptional: false, level: nil, path: [])
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let level = frames.lastIndex(where: { $0.type.field(parts[0]) != nil }) else { throw .unknown(part: 0, in: nil) }
    var type = frames[level].type
    var mayBeAbsent = false
    var isOptional = false
    for (index, part) in parts.enumerated() {
      guard case .record(let shape) = type else { throw .noFields(part: index, in: type) }
      guard let field = type.field(part) else { throw .unknown(part: index, in: shape) }
      use(shape, field)
      type = field.type
      if field.isOptional {
        isOptional = true
        if !frames[level].present.contains(parts[...index].joined(separator: ".")) { mayBeAbsent = true }
      }
    }
    return Place(type: type, mayBeAbsent: mayBeAbsent, isOptional: isOptional, level: level, path: parts)
  }
}

extension ViewType {
  var fieldNames: [String] {
    if case .record(let shape) = self { shape.fields.map(\.name) } else { [] }
  }

  func field(_ name: String) -> ViewField? {
    guard case .record(let shape) = self, let slot = shape.slot(of: name) else { return nil }
    return shape.fields[slot]
  }

  /// The type as messages name it.
  var word: String {
    switch self {
    case .text: "text"
    case .url: "url"
    case .markup: "markup"
    case .json: "json"
    case .flag: "flag"
    case .choice: "choice"
    case .list: "list"
    case .record: "record"
    }
  }
}

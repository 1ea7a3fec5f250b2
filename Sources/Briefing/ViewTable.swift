package import Templates

/// The fields of one kind of record, each with its type, its meaning and the way to its value: declared once, and the shape that templates are
/// checked against, the values that they show and the listing of `brief views` all come from it.
///
/// ```swift
/// static let table = ViewTable<Person>("person", "Somebody.", [
///   .text("name", "The name as it is shown.") { $0.name },
///   .optionalURL("href", "The person's page.") { $0.page },
/// ])
/// ```
package final class ViewTable<Subject: Sendable>: Sendable {
  package let shape: ViewShape
  private let declared: [Field]
  /// The way to the value of each field.
  fileprivate let getters: [@Sendable (Subject) -> View]
  /// The value of the field at a place, for what does not know the subject's type: to find out about a list of functions would take longer
  /// than most fields.
  fileprivate let value: @Sendable (Subject, Int) -> View
  /// A subject as the renderer takes it; nil where it has to be put into a record first.
  private let itself: (@Sendable (Subject) -> any ViewRecord)?

  /// Every list gets a flag beside it: `has-claims` says whether `claims` has any, so that a heading can be left out with its list.
  package convenience init(_ name: String, _ meaning: String, _ declared: [Field]) {
    self.init(name, meaning, declared, itself: nil)
  }

  /// The same for views that are records themselves.
  package convenience init(_ name: String, _ meaning: String, _ declared: [Field]) where Subject: RecordView {
    self.init(name, meaning, declared) { $0 }
  }

  private init(_ name: String, _ meaning: String, _ declared: [Field], itself: (@Sendable (Subject) -> any ViewRecord)?) {
    let fields = declared.flatMap { field in
      guard let presence = field.presence else { return [field] }
      let name = field.declaration.name
      return [field, Field("has-\(name)", .flag, isOptional: false, "Whether there are any `\(name)`.", { .flag(presence($0)) })]
    }
    self.declared = declared
    self.itself = itself
    shape = ViewShape(name, meaning, fields.map(\.declaration))
    let getters = fields.map(\.get)
    self.getters = getters
    value = { subject, slot in getters[slot](subject) }
  }

  /// The same fields for a subject that holds this table's: a whole entry has all that its line in a list has.
  package func fields<Outer: Sendable>(of inner: @escaping @Sendable (Outer) -> Subject) -> [ViewTable<Outer>.Field] {
    var lifted: [ViewTable<Outer>.Field] = []
    for field in declared {
      let get = field.get
      var presence: (@Sendable (Outer) -> Bool)?
      if let own = field.presence { presence = { @Sendable (outer: Outer) -> Bool in own(inner(outer)) } }
      let declaration = field.declaration
      lifted.append(
        ViewTable<Outer>.Field(
          declaration.name, declaration.type, isOptional: declaration.isOptional, declaration.meaning,
          { @Sendable (outer: Outer) -> View in get(inner(outer)) }, presence: presence))
    }
    return lifted
  }

  /// The subject as a record that templates can show.
  package func record(_ subject: Subject) -> View {
    .record(itself?(subject) ?? TableRecord(self, subject))
  }

  /// The subjects as a list of records.
  package func list(_ subjects: [Subject]) -> View {
    guard let itself else { return .list(subjects.map { .record(TableRecord(self, $0)) }) }
    return .list(subjects.map { .record(itself($0)) })
  }
}

/// A view that is an object and shows itself. It never changes, and passing it on costs one reference, where a large value would be copied for
/// every field that is asked for.
package protocol RecordView: ViewRecord {
  static var table: ViewTable<Self> { get }
}

extension RecordView {
  /// See `ViewRecord`.
  package var slots: FieldSlots { Self.table.shape.slots }

  /// See `ViewRecord`.
  package func value(at slot: Int) -> View { Self.table.getters[slot](self) }
}

/// A subject with the table by which it is shown, in one object.
private final class TableRecord<Subject: Sendable>: ViewRecord {
  private let table: ViewTable<Subject>
  private let subject: Subject

  init(_ table: ViewTable<Subject>, _ subject: Subject) {
    self.table = table
    self.subject = subject
  }

  var slots: FieldSlots { table.shape.slots }

  func value(at slot: Int) -> View {
    table.value(subject, slot)
  }
}

extension ViewTable {
  /// One field: what it is declared as, and the way to its value.
  package struct Field: Sendable {
    let declaration: ViewField
    let get: @Sendable (Subject) -> View
    /// Of a list: whether it has any items.
    let presence: (@Sendable (Subject) -> Bool)?

    init(
      _ name: String, _ type: ViewType, isOptional: Bool, _ meaning: String, _ get: @escaping @Sendable (Subject) -> View,
      presence: (@Sendable (Subject) -> Bool)? = nil
    ) {
      declaration = ViewField(name, type, isOptional: isOptional, meaning)
      self.get = get
      self.presence = presence
    }

    /// A text; where the value is nil or empty the field is absent, if it is optional.
    package static func text(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> String) -> Field {
      Field(name, .text, isOptional: false, meaning) { .text(get($0)) }
    }

    /// A text that may be absent.
    package static func optionalText(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> String?) -> Field {
      Field(name, .text, isOptional: true, meaning) { .text(get($0)) }
    }

    /// An address: relative, or absolute with a scheme that is allowed.
    package static func url(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> String) -> Field {
      Field(name, .url, isOptional: false, meaning) { .url(get($0)) }
    }

    /// An address that may be absent.
    package static func optionalURL(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> String?) -> Field {
      Field(name, .url, isOptional: true, meaning) { get($0).map(View.url) ?? .absent }
    }

    /// HTML that brief wrote itself.
    package static func markup(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> [UInt8]) -> Field {
      Field(name, .markup, isOptional: false, meaning) { .markup(get($0)) }
    }

    /// HTML, absent where it is empty.
    package static func optionalMarkup(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?) -> Field {
      Field(name, .markup, isOptional: true, meaning) {
        guard let bytes = get($0), !bytes.isEmpty else { return .absent }
        return .markup(bytes)
      }
    }

    /// JSON for a script element.
    package static func json(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> [UInt8]) -> Field {
      Field(name, .json, isOptional: false, meaning) { .json(get($0)) }
    }

    /// JSON for a script element that may be absent.
    package static func optionalJSON(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> [UInt8]?) -> Field {
      Field(name, .json, isOptional: true, meaning) { get($0).map(View.json) ?? .absent }
    }

    /// Yes or no.
    package static func flag(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> Bool) -> Field {
      Field(name, .flag, isOptional: false, meaning) { .flag(get($0)) }
    }

    /// A text out of a declared set.
    package static func choice(_ name: String, of values: [String], _ meaning: String, _ get: @escaping @Sendable (Subject) -> String)
      -> Field
    {
      Field(name, .choice(values), isOptional: false, meaning) { .text(get($0)) }
    }

    /// A record that is always there.
    package static func record<Inner: Sendable>(
      _ name: String, _ table: ViewTable<Inner>, _ meaning: String, _ get: @escaping @Sendable (Subject) -> Inner
    ) -> Field {
      Field(name, .record(table.shape), isOptional: false, meaning) { table.record(get($0)) }
    }

    /// A record that may be absent.
    package static func optionalRecord<Inner: Sendable>(
      _ name: String, _ table: ViewTable<Inner>, _ meaning: String, _ get: @escaping @Sendable (Subject) -> Inner?
    ) -> Field {
      Field(name, .record(table.shape), isOptional: true, meaning) { get($0).map(table.record) ?? .absent }
    }

    /// A list of records; an empty list is a section that is not shown.
    package static func list<Inner: Sendable>(
      _ name: String, _ table: ViewTable<Inner>, _ meaning: String, _ get: @escaping @Sendable (Subject) -> [Inner]
    ) -> Field {
      Field(name, .list(.record(table.shape)), isOptional: false, meaning, { table.list(get($0)) }, presence: { !get($0).isEmpty })
    }

    /// A list of texts.
    package static func texts(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> [String]) -> Field {
      Field(name, .list(.text), isOptional: false, meaning, { .list(get($0).map { View.text($0) }) }, presence: { !get($0).isEmpty })
    }

    /// A record whose shape is known only at run time, such as the interface's words.
    package static func dynamicRecord(_ name: String, _ shape: ViewShape, _ meaning: String, _ get: @escaping @Sendable (Subject) -> View)
      -> Field
    {
      Field(name, .record(shape), isOptional: false, meaning, get)
    }
  }
}

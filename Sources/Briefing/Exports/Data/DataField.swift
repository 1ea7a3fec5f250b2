import EDTF
import Facts

/// One member of an object of the data: how it is declared, and how it is written.
struct DataField<Subject: Sendable>: Sendable {
  let declaration: DataMember
  /// Writes name and value, or nothing where the subject has no such value.
  let write: @Sendable (Subject, inout JSONWriter) -> Void

  private init(
    _ name: String, _ shape: DataShape, isRequired: Bool, _ meaning: String?,
    _ write: @escaping @Sendable (Subject, inout JSONWriter) -> Void
  ) {
    declaration = DataMember(name: name, shape: shape, isRequired: isRequired, meaning: meaning)
    self.write = write
  }
}

// MARK: - Texts and numbers

extension DataField {
  static func text(
    _ name: String, _ meaning: String? = nil, as shape: DataShape = .text, _ get: @escaping @Sendable (Subject) -> String
  ) -> DataField {
    DataField(name, shape, isRequired: true, meaning) { $1.member(name, get($0)) }
  }

  static func optionalText(
    _ name: String, _ meaning: String? = nil, as shape: DataShape = .text, _ get: @escaping @Sendable (Subject) -> String?
  ) -> DataField {
    DataField(name, shape, isRequired: false, meaning) { $1.member(name, get($0)) }
  }

  static func markdown(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> MarkdownText?) -> DataField {
    optionalText(name, meaning, as: .markdown) { get($0)?.text }
  }

  static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Value
  ) -> DataField where Value.RawValue == String {
    text(name, meaning, as: .choice(Value.allCases.map(\.rawValue))) { get($0).rawValue }
  }

  static func optionalChoice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Value?
  ) -> DataField where Value.RawValue == String {
    optionalText(name, meaning, as: .choice(Value.allCases.map(\.rawValue))) { get($0)?.rawValue }
  }

  static func reference<Target: Fact>(
    _ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Reference<Target>
  ) -> DataField {
    text(name, meaning, as: .reference(Target.kind)) { get($0).id }
  }

  static func optionalReference<Target: Fact>(
    _ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Reference<Target>?
  ) -> DataField {
    optionalText(name, meaning, as: .reference(Target.kind)) { get($0)?.id }
  }

  /// Where a record stands in the site.
  static func page(_ name: String, _ meaning: String, _ get: @escaping @Sendable (Subject) -> FactKey) -> DataField {
    DataField(name, .path, isRequired: true, meaning) { $1.member(name, $1.places.path(of: get($0))) }
  }

  static func number(_ name: String, _ meaning: String? = nil, is value: Int) -> DataField {
    DataField(name, .constant(value), isRequired: true, meaning) { _, json in
      json.key(name)
      json.number(value)
    }
  }

  static func optionalNumber(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Int?) -> DataField {
    DataField(name, .integer, isRequired: false, meaning) { $1.member(name, get($0)) }
  }

  /// Written as `true`, or not at all.
  static func flag(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Bool) -> DataField {
    DataField(name, .yes, isRequired: false, meaning) { $1.member(name, if: get($0)) }
  }
}

// MARK: - Dates

extension DataField {
  static func date(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> FactDate) -> DataField {
    DataField(name, .date, isRequired: true, meaning) { $1.member(name, get($0), write) }
  }

  static func optionalDate(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> FactDate?) -> DataField {
    DataField(name, .date, isRequired: false, meaning) { $1.member(name, get($0), write) }
  }

  /// The date alone, without its bounds: where it names another value that has them.
  static func edtf(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> FactDate?) -> DataField {
    optionalText(name, meaning, as: .edtf) { get($0)?.expression.text }
  }

  private static func write(_ json: inout JSONWriter, _ date: FactDate) {
    DataDate.table.members(&json, date)
  }
}

// MARK: - Records and lists

extension DataField {
  static func record<Inner>(
    _ name: String, _ table: DataTable<Inner>, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Inner
  ) -> DataField {
    DataField(name, .record(table.declaration), isRequired: true, meaning) { $1.member(name, get($0), table.members) }
  }

  static func optionalRecord<Inner>(
    _ name: String, _ table: DataTable<Inner>, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> Inner?
  ) -> DataField {
    DataField(name, .record(table.declaration), isRequired: false, meaning) { $1.member(name, get($0), table.members) }
  }

  /// A list that is left out where it is empty.
  static func list<Inner>(
    _ name: String, _ table: DataTable<Inner>, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> [Inner]
  ) -> DataField {
    DataField(name, .list(.record(table.declaration), isNeverEmpty: true), isRequired: false, meaning) {
      $1.member(name, get($0)) { json, item in json.object { table.members(&$0, item) } }
    }
  }

  /// A list that is always there.
  static func all<Inner>(
    _ name: String, _ table: DataTable<Inner>, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> [Inner]
  ) -> DataField {
    DataField(name, .list(.record(table.declaration), isNeverEmpty: false), isRequired: true, meaning) { subject, json in
      json.key(name)
      json.array(get(subject)) { json, item in json.object { table.members(&$0, item) } }
    }
  }

  /// Ids of records; left out where there are none.
  static func references<Target: Fact>(
    _ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> [Reference<Target>]
  ) -> DataField {
    DataField(name, .list(.reference(Target.kind), isNeverEmpty: true), isRequired: false, meaning) {
      $1.member(name, get($0)) { $0.string($1.id) }
    }
  }

  /// Texts; left out where there are none.
  static func texts(_ name: String, _ meaning: String? = nil, _ get: @escaping @Sendable (Subject) -> [String]) -> DataField {
    DataField(name, .list(.text, isNeverEmpty: true), isRequired: false, meaning) {
      $1.member(name, get($0)) { $0.string($1) }
    }
  }
}

import Facts

/// The members of one kind of object of `data/briefing.json`, declared once: what is written and what the JSON Schema says of it both come
/// from here, so that neither can say what the other does not.
struct DataTable<Subject: Sendable>: Sendable {
  let fields: [DataField<Subject>]
  let declaration: DataRecord
  /// The fields' ways of writing, without what they are declared as: a record asks for nothing else.
  private let writers: [@Sendable (Subject, inout JSONWriter) -> Void]

  /// - Parameters:
  ///   - name: As the table of the authors' fields is called, where there is one: it says what members mean that say nothing themselves.
  ///   - oneOf: Members of which exactly one is there.
  init(_ name: String, _ meaning: String, _ fields: [DataField<Subject>], oneOf: [String] = []) {
    self.fields = fields
    writers = fields.map(\.write)
    declaration = DataRecord(name: name, meaning: meaning, members: fields.map(\.declaration), oneOf: oneOf)
  }

  /// Writes the members of a subject into an object that is open.
  @Sendable func members(_ json: inout JSONWriter, _ subject: Subject) {
    for write in writers { write(subject, &json) }
  }
}

extension DataTable where Subject: Fact {
  /// The table of a kind of record: its id first; last its page, and when the briefing took it in.
  init(_ fields: [DataField<Subject>], oneOf: [String] = []) {
    self.init(
      Subject.table.name, Subject.table.meaning,
      [.text("id", "The record's id, which is never given to another.", as: .reference(Subject.kind)) { $0.id }] + fields + [
        .page("page", "The record's page, or the place where it stands, seen from the site's top.") { $0.key },
        .optionalDate("entered", "When the briefing took it in.") { $0.head.entered },
      ],
      oneOf: oneOf)
  }
}

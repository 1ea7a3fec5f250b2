import Facts

/// What a member of the data holds, as its schema says it.
indirect enum DataShape: Sendable {
  case text
  /// Inline CommonMark, as it was written.
  case markdown
  /// The id of a record of a kind.
  case reference(FactKind)
  /// The id of a status.
  case status
  /// A date in EDTF with its bounds.
  case date
  /// A date in EDTF alone.
  case edtf
  /// A day, as ISO 8601 writes it.
  case day
  case address
  case language
  case integer
  /// One number and no other.
  case constant(Int)
  /// One text and no other.
  case only(String)
  /// `true`: what is not so is left out.
  case yes
  case choice([String])
  /// A page or a file of the site, seen from its top.
  case path
  case record(DataRecord)
  /// A list; one that is left out when it is empty has at least one item.
  case list(DataShape, isNeverEmpty: Bool)
}

/// One member of an object of the data, as it is declared.
struct DataMember: Sendable {
  let name: String
  let shape: DataShape
  /// Whether it is always there.
  let isRequired: Bool
  /// Nil where the field of the same name that authors write says it.
  let meaning: String?
}

/// What is declared of one kind of object of the data.
struct DataRecord: Sendable {
  /// As authors' records of the kind are called: `claim`, `status entry`.
  let name: String
  let meaning: String
  let members: [DataMember]
  /// Members of which exactly one is there.
  let oneOf: [String]
}

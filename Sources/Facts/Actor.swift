import YAML

/// Somebody who acts or speaks: a person, a state, a body.
package struct Actor: Fact {
  package static let kind = FactKind.actors

  package enum Kind: String, Sendable, CaseIterable {
    case person, organisation, state, alliance, group, media, company
  }

  package var head = FactHead()
  package var name = ""
  package var kind = Kind.person
  package var roles: [Role] = []
  /// The actor whom this one speaks for: a minister for a government, a government for a state.
  package var side: Reference<Actor>?
  package var members: [Reference<Actor>] = []
  package var alsoKnownAs: [String] = []
  package var wikidata: String?
  package var note: MarkdownText?

  package init() {}

  package static let table = FieldTable<Actor>(
    "actor", "Somebody who acts or speaks.",
    [
      .required("name", .text, "The name as it is printed.") { $0.name = $1 },
      .required("kind", .choice, "What sort of actor it is.") { $0.kind = $1 },
      .optional("role", .roles, "The role, or several with their dates; the role on the day is shown.") { $0.roles = $1 },
      .optional("side", .reference(Actor.self), "The actor whom this one speaks for.") { $0.side = $1 },
      .optional("members", .list(of: .reference(Actor.self)), "Who belongs to it.") { $0.members = $1 },
      .optional("aka", .list(of: .text), "Other names and spellings, for the search.") { $0.alsoKnownAs = $1 },
      .optional("wikidata", .text, "The item's number at Wikidata, such as `Q42`.") { $0.wikidata = $1 },
      .optional("note", .markdown, "What else a reader should know.") { $0.note = $1 },
    ] + Field.everywhere)
}

/// What an actor was, and from when to when.
package struct Role: Sendable {
  package var title = ""
  package var from: FactDate?
  package var to: FactDate?

  package init() {}

  static let table = FieldTable<Role>(
    "role", "What an actor was, and when.",
    [
      .required("title", .text, "The role's name.") { $0.title = $1 },
      .optional("from", .date, "Since when.") { $0.from = $1 },
      .optional("to", .date, "Until when.") { $0.to = $1 },
    ])
}

extension FieldType where Value == [Role] {
  /// A text, or a list of roles with dates.
  static var roles: FieldType<[Role]> {
    let list = FieldType<[Role]>.list(of: .record(Role.table) { Role() })
    return FieldType(.either([.text, list.shape])) { node, reader in
      guard let scalar = node.scalar else { return list.read(node, &reader) }
      var role = Role()
      role.title = scalar.text
      return [role]
    }
  }
}

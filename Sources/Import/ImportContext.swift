package import EDTF
package import Facts

/// What an import has to know of the project that it goes into.
package struct ImportContext: Sendable {
  /// All ids in use, those of drafts and of unreadable records too.
  package var ids: Set<FactKey>
  /// The ids of actors and topics by their names, other names included, and of sources by their addresses: what bears a known name is no
  /// new record.
  package var names: [Name: String]
  /// The day on which the import is made.
  package var today: CivilDay
  /// The day on which the briefing was first published; nil where that is not known.
  package var published: CivilDay?

  /// A record's name, whatever the case of its letters.
  package struct Name: Sendable, Hashable {
    package let kind: FactKind
    package let text: String

    package init(_ kind: FactKind, _ text: String) {
      self.kind = kind
      self.text = text.lowercased()
    }
  }

  package init(ids: Set<FactKey> = [], names: [Name: String] = [:], today: CivilDay, published: CivilDay? = nil) {
    self.ids = ids
    self.names = names
    self.today = today
    self.published = published
  }

  /// - Parameter facts: Those of the project.
  package init(_ facts: FactBase, today: CivilDay, published: CivilDay?) {
    self.init(ids: facts.broken.union(facts.drafts).union(facts.heads.map(\.key)), today: today, published: published)
    for actor in facts.actors {
      for name in [actor.name] + actor.alsoKnownAs { names[Name(.actors, name)] = names[Name(.actors, name)] ?? actor.id }
    }
    for source in facts.sources {
      if let url = source.url { names[Name(.sources, url.text)] = names[Name(.sources, url.text)] ?? source.id }
    }
    for topic in facts.topics { names[Name(.topics, topic.label)] = names[Name(.topics, topic.label)] ?? topic.id }
  }
}

import EDTF
import Facts

// Events and actors.
extension JSONLD {
  func event(_ event: Event, _ json: inout JSONWriter) {
    json.member("@type", "Event")
    json.member("@id", id(event.key))
    json.member("url", href(SitePath.of(event.key)))
    json.member("name", event.title)
    json.member("description", event.summary.map(site.plainText))
    dates(of: event, &json)
    json.member("eventStatus", status(of: event))
    json.member("location", event.place) { json, place in
      json.member("@type", "Place")
      json.member("name", place)
    }
    about(event.topics, event.actors, &json)
    json.member("superEvent", event.partOf.flatMap { site.facts.events[$0] }) { json, whole in
      json.member("@type", "Event")
      json.member("@id", id(whole.key))
      json.member("name", whole.title)
    }
    json.member("subjectOf", event.sources.compactMap { site.facts.sources[$0.source] }) { json, source in
      json.object { self.source(source, &$0) }
    }
  }

  /// When it began and ended, as far as that is exact.
  func dates(of event: Event, _ json: inout JSONWriter) {
    let dates = ExactDates(event.date.expression)
    json.member("startDate", dates.start)
    json.member("endDate", dates.end)
  }

  private func status(of event: Event) -> String? {
    switch event.state {
    case .scheduled: "https://schema.org/EventScheduled"
    case .postponed: "https://schema.org/EventPostponed"
    case .cancelled: "https://schema.org/EventCancelled"
    case .happened, .disputed: nil
    }
  }

  func actor(_ actor: Actor, _ json: inout JSONWriter) {
    mention(actor, &json)
    json.member("alternateName", actor.alsoKnownAs) { json, name in json.string(name) }
    json.member("description", actor.note.map(site.plainText))
    if actor.kind == .person { json.member("jobTitle", site.role(of: actor, on: site.settings.asOf)) }
    if actor.kind != .person {
      json.member("member", actor.members.compactMap { site.facts.actors[$0] }) { json, member in json.object { mention(member, &$0) } }
    }
  }

  /// An actor where something else speaks of it.
  func mention(_ actor: Actor, _ json: inout JSONWriter) {
    json.member("@type", Self.type(of: actor.kind))
    json.member("@id", id(actor.key))
    json.member("name", actor.name)
    json.member("url", href(SitePath.of(actor.key)))
    json.member("sameAs", actor.wikidata.map { "https://www.wikidata.org/wiki/\($0)" })
  }

  /// States and alliances speak and act as organisations do.
  static func type(of kind: Actor.Kind) -> String {
    switch kind {
    case .person: "Person"
    case .media: "NewsMediaOrganization"
    case .company: "Corporation"
    case .organisation, .state, .alliance, .group: "Organization"
    }
  }
}

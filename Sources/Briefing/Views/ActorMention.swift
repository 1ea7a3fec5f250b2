import Facts
import Templates

/// An actor as a claim or an event names it: with the role on the day.
package struct ActorMention: Sendable {
  let id: String
  let name: String
  let href: String
  let role: String?
  let side: String?

  package static let table = ViewTable<ActorMention>(
    "actor", "An actor, with the role on the day.",
    [
      .text("id", "The actor's id.") { $0.id },
      .text("name", "The name.") { $0.name },
      .url("href", "The actor's page.") { $0.href },
      .optionalText("role", "The role on the day.") { $0.role },
      .optionalText("side", "The party that the actor speaks for.") { $0.side },
    ])

  init(_ actor: Actor, on date: FactDate?, _ site: Site, _ viewpoint: Viewpoint) {
    id = actor.id
    name = site.words.set(actor.name)
    href = viewpoint.href(actor.key)
    role = site.role(of: actor, on: date).map(site.words.set)
    side = (site.side(of: actor)?.name).map(site.words.set)
  }
}

extension Site {
  func mentions(_ references: [Reference<Actor>], on date: FactDate?, _ viewpoint: Viewpoint) -> [ActorMention] {
    references.compactMap { facts.actors[$0].map { ActorMention($0, on: date, self, viewpoint) } }
  }

  func link(_ key: FactKey, _ viewpoint: Viewpoint) -> LinkView {
    LinkView(label: words.set(name(of: key)), href: viewpoint.href(key))
  }

  func links<Target>(_ references: [Reference<Target>], _ viewpoint: Viewpoint) -> [LinkView] {
    references.map { link($0.key, viewpoint) }
  }

  func links(_ kind: FactKind, _ ids: [String]?, _ viewpoint: Viewpoint) -> [LinkView] {
    (ids ?? []).map { link(FactKey(kind, $0), viewpoint) }
  }
}

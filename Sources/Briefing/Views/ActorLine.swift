import EDTF
import Facts

/// What claims and events say alike of an actor, made once for all of them.
final class ActorLine: Sendable {
  /// A role as pages show it, with the first and the last day of its time.
  private struct DatedRole: Sendable {
    let title: String
    let from: CivilDay?
    let to: CivilDay?
  }

  let id: String
  let name: String
  /// The actor's page.
  let path: String
  /// The party for which the actor speaks in the end.
  let side: String?
  private let undatedRole: String?
  private let datedRoles: [DatedRole]

  init(_ actor: Actor, _ side: Actor?, _ words: Wording) {
    id = actor.id
    name = words.set(actor.name)
    path = SitePath.of(actor.key)
    self.side = (side?.name).map(words.set)
    undatedRole = (actor.roles.first { $0.from == nil && $0.to == nil }?.title).map(words.set)
    datedRoles = actor.roles.filter { $0.from != nil || $0.to != nil }.map { role in
      DatedRole(title: words.set(role.title), from: role.from?.expression.bounds.earliest, to: role.to?.expression.bounds.latest)
    }
  }

  /// The role on a day, if one is known: the role whose time holds the day, else a role without dates.
  func role(on date: FactDate?) -> String? {
    guard !datedRoles.isEmpty, let bounds = date?.expression.bounds, let day = bounds.earliest ?? bounds.latest else { return undatedRole }
    let fitting = datedRoles.first { role in (role.from.map { $0 <= day } ?? true) && (role.to.map { day <= $0 } ?? true) }
    return fitting?.title ?? undatedRole
  }
}

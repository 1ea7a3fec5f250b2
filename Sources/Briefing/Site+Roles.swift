import EDTF
package import Facts

/// What actors were.
extension Site {
  /// The role that an actor had on a day, if one is known: the role whose time holds the day, else a role without dates.
  package func role(of actor: Actor, on date: FactDate?) -> String? {
    let undated = actor.roles.first { $0.from == nil && $0.to == nil }
    guard let day = date?.expression.bounds.earliest ?? date?.expression.bounds.latest else { return undated?.title }
    let fitting = actor.roles.first { role in
      guard role.from != nil || role.to != nil else { return false }
      let from = role.from?.expression.bounds.earliest
      let to = role.to?.expression.bounds.latest
      return (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
    return (fitting ?? undated)?.title
  }
}

extension FactBase {
  /// The party for which an actor speaks in the end: the last of the chain of `side`, if it is another.
  package func side(of actor: Actor) -> Actor? {
    var current = actor
    for _ in 0..<32 {
      guard let side = current.side, let next = actors[side], next.id != actor.id else { break }
      current = next
    }
    return current.id == actor.id ? nil : current
  }
}

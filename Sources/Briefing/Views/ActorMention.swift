import Facts
import Templates

/// An actor as a claim or an event names it: with the role on the day.
package final class ActorMention: RecordView {
  private let line: ActorLine
  let href: String
  let role: String?

  package static let table = ViewTable<ActorMention>(
    "actor", "An actor, with the role on the day.",
    [
      .text("id", "The actor's id.") { $0.line.id },
      .text("name", "The name.") { $0.line.name },
      .url("href", "The actor's page.") { $0.href },
      .optionalText("role", "The role on the day.") { $0.role },
      .optionalText("side", "The party that the actor speaks for.") { $0.line.side },
    ])

  init(_ line: ActorLine, on date: FactDate?, _ viewpoint: Viewpoint) {
    self.line = line
    href = viewpoint.root + line.path
    role = line.role(on: date)
  }
}

extension Site {
  func mentions(_ references: [Reference<Actor>], on date: FactDate?, _ viewpoint: Viewpoint) -> [ActorMention] {
    references.compactMap { actorLines[$0.id].map { ActorMention($0, on: date, viewpoint) } }
  }

}

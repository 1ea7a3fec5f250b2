import Templates

/// One actor.
package struct ActorView: Sendable {
  let page: PageFrame
  let kind: String
  let roles: [RoleView]
  let alsoKnownAs: String?
  let note: [UInt8]?
  let side: LinkView?
  let speakers: [LinkView]
  let members: [LinkView]
  let wikidata: String?
  let claimsBy: [ClaimLine]
  let claimsOf: [ClaimLine]
  let responses: [LinkView]
  let events: [EventLine]
  let positions: [PositionGroup]
  let paging: PagingView?

  struct RoleView: Sendable {
    let title: String
    let dates: String?

    static let table = ViewTable<RoleView>(
      "role", "What an actor was, and when.",
      [
        .text("title", "The role.") { $0.title },
        .optionalText("dates", "From when to when.") { $0.dates },
      ])
  }

  package static let table = ViewTable<ActorView>(
    "actor-page", "One actor.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .text("kind", "What sort of actor it is.") { $0.kind },
      .list("roles", RoleView.table, "The actor's roles.") { $0.roles },
      .optionalText("aka", "Other names.") { $0.alsoKnownAs },
      .optionalMarkup("note", "What else a reader should know.") { $0.note },
      .optionalRecord("side", LinkView.table, "The actor whom this one speaks for.") { $0.side },
      .list("speakers", LinkView.table, "Who speaks for this one.") { $0.speakers },
      .list("members", LinkView.table, "Who belongs to it.") { $0.members },
      .optionalURL("wikidata", "The actor's item at Wikidata.") { $0.wikidata },
      .list("claims-by", ClaimLine.table, "Claims that the actor makes.") { $0.claimsBy },
      .list("claims-of", ClaimLine.table, "Claims that others make of the actor.") { $0.claimsOf },
      .list("responses", LinkView.table, "Claims that the actor answered.") { $0.responses },
      .list("events", EventLine.table, "Events with the actor.") { $0.events },
      .list("position-groups", PositionGroup.table, "The actor's positions, by topic.") { $0.positions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

import Templates

/// The front page.
package struct FrontView: Sendable {
  let page: PageFrame
  let answer: [UInt8]
  let confidence: ConfidenceView?
  let points: [PointGroup]
  let body: [UInt8]
  let contents: [LinkView]
  let keyEvents: [EventLine]
  let eventCount: String
  let claims: [ClaimLine]
  let claimCount: String
  let positions: [PositionGroup]
  let timelineHref: String
  let claimsHref: String
  let positionsHref: String

  package static let table = ViewTable<FrontView>(
    "front", "The front page: the answer first.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .markup("answer", "The answer to the question, in at most 60 words.") { $0.answer },
      .optionalRecord("confidence", ConfidenceView.table, "How sure the answer is.") { $0.confidence },
      .list("point-groups", PointGroup.table, "What is known, disputed, unknown and next.") { $0.points },
      .markup("body", "The explainer.") { $0.body },
      .list("contents", LinkView.table, "The explainer's headings, where there are enough for a table of contents.") { $0.contents },
      .list("key-events", EventLine.table, "The turning points, oldest first.") { $0.keyEvents },
      .text("event-count", "How many events the timeline has, in words.") { $0.eventCount },
      .list("claims", ClaimLine.table, "The claims that the key points rest on, or the newest.") { $0.claims },
      .text("claim-count", "How many claims there are, in words.") { $0.claimCount },
      .list("position-groups", PositionGroup.table, "Positions then and now, by topic.") { $0.positions },
      .url("timeline", "The timeline.") { $0.timelineHref },
      .url("claims-page", "The page of all claims.") { $0.claimsHref },
      .url("positions-page", "The page of all positions.") { $0.positionsHref },
    ])
}

/// The timeline, oldest or latest first.
package struct TimelineView: Sendable {
  let page: PageFrame
  let groups: [TimelineGroup]
  let count: String
  let isLatestFirst: Bool
  let otherOrder: String
  let strip: Strip?
  let facets: [FacetView]
  let filterForms: String
  let paging: PagingView?
  let embed: EmbedOffer?

  package static let table = ViewTable<TimelineView>(
    "timeline", "The timeline.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("groups", TimelineGroup.table, "The events under their headings.") { $0.groups },
      .text("count", "How many events there are, in words.") { $0.count },
      .flag("latest-first", "Whether the latest event comes first.") { $0.isLatestFirst },
      .url("other-order", "The same timeline in the other order.") { $0.otherOrder },
      .optionalRecord("strip", Strip.table, "The overview as a drawing; absent where there is nothing to draw.") { $0.strip },
      .list("facets", FacetView.table, "By what the events on this page can be sifted.") { $0.facets },
      .text(
        "filter-forms",
        "How the script says how many are shown: JSON, a form for each plural category, with the places count and total, and `thousands`."
      ) {
        $0.filterForms
      },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the timeline goes over several.") { $0.paging },
      .optionalRecord("embed", EmbedOffer.table, "How another site can show it; absent where the site has no address.") { $0.embed },
    ])
}

/// One way of sifting a list: by actor, topic, kind or status.
package struct FacetView: Sendable {
  let id: String
  let label: String
  let options: [Option]

  struct Option: Sendable {
    let value: String
    let label: String
    let count: String

    static let table = ViewTable<Option>(
      "option", "One value to sift by.",
      [
        .text("value", "The value, as the entries carry it.") { $0.value },
        .text("label", "The value in words.") { $0.label },
        .text("count", "How many entries have it.") { $0.count },
      ])
  }

  package static let table = ViewTable<FacetView>(
    "facet", "One way of sifting a list.",
    [
      .text("id", "The facet's id: the name of the entries' data attribute.") { $0.id },
      .text("label", "What it sifts by.") { $0.label },
      .list("options", Option.table, "The values.") { $0.options },
    ])
}

/// The table of claims, in one of its orders.
package struct ClaimsView: Sendable {
  let page: PageFrame
  let groups: [ClaimGroup]
  let isGrouped: Bool
  let order: String
  let orders: [LinkView]
  let count: String
  let facets: [FacetView]
  let filterForms: String
  let paging: PagingView?
  let statuses: [StatusView]

  package static let table = ViewTable<ClaimsView>(
    "claims", "The table of claims, in one of its orders.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("groups", ClaimGroup.table, "The claims; one group without a heading where the order is by date.") { $0.groups },
      .flag("grouped", "Whether the groups have headings.") { $0.isGrouped },
      .choice("order", of: SiteMap.ClaimOrder.allCases.map(\.rawValue), "The order of this page.") { $0.order },
      .list("orders", LinkView.table, "The same table in its other orders.") { $0.orders },
      .text("count", "How many claims there are, in words.") { $0.count },
      .list("facets", FacetView.table, "By what the claims on this page can be sifted.") { $0.facets },
      .text(
        "filter-forms",
        "How the script says how many are shown: JSON, a form for each plural category, with the places count and total, and `thousands`."
      ) {
        $0.filterForms
      },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the table goes over several.") { $0.paging },
      .list("statuses", StatusView.table, "The statuses that occur, with their meanings.") { $0.statuses },
    ])
}

/// One claim.
package struct ClaimView: Sendable {
  let page: PageFrame
  let claim: ClaimRow
  let detail: ClaimDetail
  let cite: String
  let bibtex: String
  let csl: String
  let embed: EmbedOffer?

  package static let table = ViewTable<ClaimView>(
    "claim-page", "One claim.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .record("claim", ClaimRow.table, "The claim as tables show it.") { $0.claim },
      .record("detail", ClaimDetail.table, "What only this page shows.") { $0.detail },
      .text("cite", "How to cite this page, in plain words.") { $0.cite },
      .text("cite-bibtex", "The same as an entry for BibTeX.") { $0.bibtex },
      .text("cite-csl", "The same as an item of CSL-JSON.") { $0.csl },
      .optionalRecord("embed", EmbedOffer.table, "How another site can show it; absent where the site has no address.") { $0.embed },
    ])
}

/// One event.
package struct EventView: Sendable {
  let page: PageFrame
  let event: EventEntry
  let onTimeline: String
  let questions: [LinkView]
  let previous: LinkView?
  let next: LinkView?

  package static let table = ViewTable<EventView>(
    "event-page", "One event.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .record("event", EventEntry.table, "The event.") { $0.event },
      .url("on-timeline", "The event on the timeline.") { $0.onTimeline },
      .list("questions", LinkView.table, "The questions that it bears on.") { $0.questions },
      .optionalRecord("previous", LinkView.table, "The event before it on the timeline.") { $0.previous },
      .optionalRecord("next", LinkView.table, "The event after it on the timeline.") { $0.next },
    ])
}

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

/// One topic.
package struct TopicView: Sendable {
  let page: PageFrame
  let description: [UInt8]?
  let claims: [ClaimLine]
  let events: [EventLine]
  let positions: [PositionGroup]
  let paging: PagingView?

  package static let table = ViewTable<TopicView>(
    "topic-page", "One topic.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .optionalMarkup("description", "What belongs to it.") { $0.description },
      .list("claims", ClaimLine.table, "Claims about it.") { $0.claims },
      .list("events", EventLine.table, "Events about it.") { $0.events },
      .list("position-groups", PositionGroup.table, "Positions on it.") { $0.positions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// All sources, with what rests on each.
package struct SourcesView: Sendable {
  let page: PageFrame
  let count: String
  let sources: [UsedSource]
  let paging: PagingView?

  struct UsedSource: Sendable {
    let source: SourceView
    let uses: [LinkView]

    static let table = ViewTable<UsedSource>(
      "used-source", "A source, and what rests on it.",
      [
        .record("source", SourceView.table, "The source.") { $0.source },
        .list("uses", LinkView.table, "The records and pages that use it.") { $0.uses },
      ])
  }

  package static let table = ViewTable<SourcesView>(
    "sources-page", "All sources, with what rests on each.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .text("count", "How many there are, in words.") { $0.count },
      .list("sources", UsedSource.table, "The sources, by publisher and date.") { $0.sources },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// All positions.
package struct PositionsView: Sendable {
  let page: PageFrame
  let positions: [PositionGroup]
  let paging: PagingView?

  package static let table = ViewTable<PositionsView>(
    "positions-page", "All positions.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("position-groups", PositionGroup.table, "The positions, by topic.") { $0.positions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// All questions.
package struct QuestionsView: Sendable {
  let page: PageFrame
  let questions: [QuestionView]
  let paging: PagingView?

  package static let table = ViewTable<QuestionsView>(
    "questions-page", "All questions.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("questions", QuestionView.table, "The questions, in the editor's order.") { $0.questions },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// All terms.
package struct GlossaryView: Sendable {
  let page: PageFrame
  let terms: [TermView]
  let paging: PagingView?

  package static let table = ViewTable<GlossaryView>(
    "glossary-page", "All terms.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("terms", TermView.table, "The terms, by the alphabet.") { $0.terms },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// All corrections.
package struct CorrectionsView: Sendable {
  let page: PageFrame
  let corrections: [CorrectionView]
  let paging: PagingView?

  package static let table = ViewTable<CorrectionsView>(
    "corrections-page", "All corrections.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .list("corrections", CorrectionView.table, "The corrections, latest first.") { $0.corrections },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// A page of prose alone.
package struct PlainView: Sendable {
  let page: PageFrame
  let date: DateView?
  let body: [UInt8]
  let contents: [LinkView]

  package static let table = ViewTable<PlainView>(
    "plain-page", "A page of prose alone.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .optionalRecord("date", DateView.table, "The day that it speaks of.") { $0.date },
      .markup("body", "The prose.") { $0.body },
      .list("contents", LinkView.table, "Its headings, where there are enough for a table of contents.") { $0.contents },
    ])
}

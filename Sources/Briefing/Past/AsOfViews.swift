import Facts
import Templates

/// A claim as an edition had it.
package struct PastClaim: Sendable {
  let id: String
  let text: String
  let href: String?
  let claimants: String
  let attributedTo: String?
  let date: DateView
  let status: StatusView

  package static let table = ViewTable<PastClaim>(
    "past-claim", "A claim as an edition had it.",
    [
      .text("id", "The claim's anchor.") { $0.id },
      .text("text", "The claim, as one sentence.") { $0.text },
      .optionalURL("href", "The claim's page as it is now; absent where it is gone.") { $0.href },
      .text("claimants", "Who says it.") { $0.claimants },
      .optionalText("attributed-to", "Who is said to have agreed or acted.") { $0.attributedTo },
      .record("date", DateView.table, "When it was said.") { $0.date },
      .record("status", StatusView.table, "How it stood.") { $0.status },
    ])
}

/// An event as an edition had it.
package struct PastEvent: Sendable {
  let id: String
  let title: String
  let href: String?
  let date: DateView
  let place: String?
  let state: String?

  package static let table = ViewTable<PastEvent>(
    "past-event", "An event as an edition had it.",
    [
      .text("id", "The event's anchor.") { $0.id },
      .text("title", "What happened, in a few words.") { $0.title },
      .optionalURL("href", "The event's page as it is now; absent where it is gone.") { $0.href },
      .record("date", DateView.table, "When it happened.") { $0.date },
      .optionalText("place", "Where.") { $0.place },
      .optionalText("state", "That it was only announced, postponed, cancelled or disputed; absent where it happened.") { $0.state },
    ])
}

/// Claims and timeline as they stood in an edition.
package struct AsOfView: Sendable {
  let page: PageFrame
  let date: DateView
  let canonical: String
  let notice: String
  let changes: String
  let question: String
  let answer: String?
  let claims: [PastClaim]
  let claimCount: String
  let claimsHref: String?
  let events: [PastEvent]
  let eventCount: String
  let timelineHref: String?
  let paging: PagingView?

  package static let table = ViewTable<AsOfView>(
    "as-of-page", "Claims and timeline as they stood in an edition.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .record("date", DateView.table, "The day on which it was published.") { $0.date },
      .url("canonical", "The page of today that stands for this one: the claims, or the front page.") { $0.canonical },
      .text("notice", "That this is no longer how things stand, and that prose is not kept.") { $0.notice },
      .url("changes", "What changed with this edition.") { $0.changes },
      .text("question", "The question, as it was asked.") { $0.question },
      .optionalText("answer", "The answer, as it was given, in plain words; absent on later pages.") { $0.answer },
      .list("claims", PastClaim.table, "The claims, oldest first; of a long list those of this page.") { $0.claims },
      .text("claim-count", "How many claims there were, in words.") { $0.claimCount },
      .optionalURL("claims-href", "The table of claims as it is now.") { $0.claimsHref },
      .list("events", PastEvent.table, "The timeline, oldest first; of a long list those of this page.") { $0.events },
      .text("event-count", "How many events there were, in words.") { $0.eventCount },
      .optionalURL("timeline-href", "The timeline as it is now.") { $0.timelineHref },
      .optionalRecord("paging", PagingView.table, "Where this page stands, if the list goes over several.") { $0.paging },
    ])
}

/// What an edition said of a claim.
package struct ClaimEdition: Sendable {
  let date: DateView
  let href: String
  let verb: String
  let lines: [ChangeLine]

  package static let table = ViewTable<ClaimEdition>(
    "claim-edition", "What changed in a claim with an edition.",
    [
      .record("date", DateView.table, "The day on which the edition was published.") { $0.date },
      .url("href", "The claim as it stood in that edition.") { $0.href },
      .text("verb", "What happened to it: new, changed.") { $0.verb },
      .list("lines", ChangeLine.table, "What changed in it.") { $0.lines },
    ])
}

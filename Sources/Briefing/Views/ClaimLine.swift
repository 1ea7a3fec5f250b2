import Facts
import Templates

/// A claim as a row of a short table: what was said, by whom, of whom, and how it stands.
///
/// It never changes, and many pages show it: an object is one reference to count.
package final class ClaimLine: RecordView {
  let id: String
  /// The way to its page, by its text.
  let link: LinkView
  let kindID: String
  let kind: String
  let claimants: [ActorMention]
  let unnamed: String?
  let attributedTo: [ActorMention]
  let date: DateView
  let status: StatusView
  let evidence: String
  let supports: Int
  let undermines: Int

  package static let table = ViewTable<ClaimLine>(
    "claim-line", "A claim as a row of a short table.",
    [
      .text("id", "The claim's id: its anchor in a table.") { $0.id },
      .url("href", "The claim's page.") { $0.link.href },
      .text("text", "The claim, as one sentence.") { $0.link.label },
      .text("kind-id", "The kind's id.") { $0.kindID },
      .text("kind", "What sort of claim it is.") { $0.kind },
      .list("claimants", ActorMention.table, "Who says it, with the role on the day.") { $0.claimants },
      .optionalText("unnamed", "Who says it, where they are not named.") { $0.unnamed },
      .list("attributed-to", ActorMention.table, "Who is said to have agreed or acted.") { $0.attributedTo },
      .record("date", DateView.table, "When it was said.") { $0.date },
      .record("status", StatusView.table, "How it stands.") { $0.status },
      .text("evidence", "How many independent origins support and undermine it, in words.") { $0.evidence },
      .text("supports", "How many independent origins support it.") { String($0.supports) },
      .text("undermines", "How many independent origins undermine it.") { String($0.undermines) },
    ])

  init(_ claim: Claim, _ site: Site, _ viewpoint: Viewpoint) {
    id = claim.id
    link = site.link(claim.key, viewpoint)
    kindID = claim.kind.rawValue
    kind = site.words("claim.kind.\(claim.kind.rawValue)")
    claimants = site.mentions(claim.claimant.actors, on: claim.date, viewpoint)
    unnamed = if case .unnamed(let unnamed) = claim.claimant { site.words.set(unnamed.description) } else { nil }
    attributedTo = site.mentions(claim.attributedTo, on: claim.date, viewpoint)
    date = site.claimDates[claim.id] ?? DateView(claim.date, site.dates)
    status = site.status(of: claim)
    supports = claim.evidenceOrigins(.supports, in: site.facts)
    undermines = claim.evidenceOrigins(.undermines, in: site.facts)
    evidence =
      !claim.kind.isRated
      ? site.words.count("evidence.documented", Set(claim.sources.compactMap { site.facts.sources[$0.source]?.independentOrigin }).count)
      : supports + undermines == 0
        ? site.words("evidence.none")
        : site.words("evidence.counts", ["supports": String(supports), "undermines": String(undermines)])
  }
}

import EDTF
import Facts
import Testing
import YAML

/// What a briefing rests on, counted.
@Suite struct StatisticsTests {
  private static let claims = """
    one: {text: A., kind: fact, claimant: envoy, wording: verbatim, date: 2025-08-17, sources: [wire, reprint], review_by: 2025-09-01, status: [{value: unconfirmed, as_of: 2025-08-17, why: W.}]}
    two: {text: B., kind: fact, claimant: envoy, wording: verbatim, date: 2025-08-17, sources: [wire, paper], review_by: 2025-09-10, status: [{value: unconfirmed, as_of: 2025-08-17, why: W.}, {value: outdated, as_of: 2025-08-18, why: W., sources: [paper]}]}
    three: {text: C., kind: opinion, claimant: observer, wording: verbatim, date: 2025-08-17, sources: [paper], evidence: [{source: act, weight: supports}]}

    """
  private static let linked = """
    kept: {title: Kept, publisher: P, url: "https://example.org/a", archive_url: "https://web.archive.org/web/20250824153000/https://example.org/a", kind: report}
    lost: {title: Lost, publisher: P, url: "https://example.org/b", kind: report}

    """

  private func statistics(state: String = "open", today: CivilDay?, named: Set<FactKey> = []) throws -> Statistics {
    let fixture = try FactsFixture([
      (.actors, FactsFixture.actors), (.sources, FactsFixture.sources + Self.linked), (.claims, Self.claims),
      (.terms, "roads: {term: Roads, definition: Where ships wait.}\n"), (.topics, "berth: {label: Berths}\n"),
    ])
    #expect(fixture.report == [])
    return Statistics(
      fixture.facts, try FactsFixture.settings(FactsFixture.briefing + "state: \(state)\n"), named: named, today: today)
  }

  @Test func everythingIsCounted() throws {
    let statistics = try statistics(today: CivilDay(year: 2025, month: 9, day: 10))
    #expect(statistics.claims == 3)
    #expect(statistics.statuses.map(\.id) == ["unconfirmed", "outdated"])
    #expect(statistics.statuses.map(\.count) == [1, 1])
    #expect(statistics.unrated == 1)
    // The wire and its reprint are one origin, the paper another.
    #expect(statistics.distinctOrigins == 2)
    #expect(statistics.shares[.primary] == .init(1, of: 3))
    #expect(statistics.shares[.origins] == .init(2, of: 3))
    #expect(statistics.shares[.archived] == .init(1, of: 2))
    #expect(statistics.shares[.reviewed] == .init(2, of: 3))
    #expect(statistics.stale.map(\.text) == ["claim:one"])
    #expect(statistics.unused.map(\.text) == ["topic:berth", "source:kept", "source:lost", "term:roads"])
    #expect(statistics.shares[.used] == .init(8, of: 12))
  }

  @Test func whatProseNamesIsUsed() throws {
    let named: Set = [FactKey(.terms, "roads"), FactKey(.sources, "kept"), FactKey(.topics, "berth")]
    #expect(try statistics(today: nil, named: named).unused.map(\.text) == ["source:lost"])
  }

  @Test(arguments: [("open", 9, 1, []), ("open", 9, 2, ["claim:one"]), ("open", 9, 11, ["claim:one", "claim:two"]), ("closed", 9, 11, [])])
  func reviewsGoByTheDay(_ state: String, _ month: Int, _ day: Int, _ stale: [String]) throws {
    #expect(try statistics(state: state, today: CivilDay(year: 2025, month: month, day: day)).stale.map(\.text) == stale)
  }

  @Test(arguments: [(33, true), (34, false), (0, true), (100, false)])
  func conditionsAreExact(_ percent: Int, _ holds: Bool) throws {
    #expect(try statistics(today: nil).reaches(.primary, percent: percent) == holds)
  }

  @Test func nothingReachesEverything() throws {
    let empty = Statistics(FactBase(), try FactsFixture.settings(), named: [], today: nil)
    #expect(empty.shares[.primary]?.percent == nil)
    #expect(Statistics.Measure.allCases.allSatisfy { empty.reaches($0, percent: 100) })
  }
}

@testable import Briefing
import Diagnostics
import EDTF
import Facts
import Templates
import TestKit
import Testing

/// What is known of a site as a whole: orders, roles on the day, who names whom.
@Suite struct SitePlanTests {
  @Test func eventsStandInOrder() async throws {
    let site = try await BriefingFixture.site()
    #expect(site.timeline.map(\.id) == ["before", "vote", "meeting"])
    #expect(site.claimsByDate.map(\.id) == ["refusal", "offer"])
    #expect(site.topics.map(\.id) == ["ships", "truce"])
  }

  @Test(arguments: [
    ("2019", nil), ("2020-01-01", "Clerk"), ("2024-12-31", "Clerk"), ("2025-01-01", "Envoy"), ("2031", "Envoy"), ("../2022", "Clerk"),
  ])
  func theRoleIsThatOfTheDay(_ date: String, _ title: String?) async throws {
    let site = try await BriefingFixture.site()
    let actor = try #require(site.facts.actors["envoy"])
    let day = FactDate(expression: try EDTFParser.parse(date), span: SourceSpan(file: FileID(0), start: 0, end: 0))
    #expect(site.role(of: actor, on: day) == title)
  }

  @Test func aRoleWithoutDatesFitsWhereNoOtherDoes() async throws {
    let actors =
      "envoy: {name: The envoy, kind: person, role: [{title: Envoy, from: 2025}, {title: Citizen}]}\ncouncil: {name: C, kind: state}\n"
    let site = try await BriefingFixture.site([("Content/facts/actors.yml", actors)])
    let actor = try #require(site.facts.actors["envoy"])
    #expect(site.role(of: actor, on: nil) == "Citizen")
    let day = FactDate(expression: try EDTFParser.parse("2020"), span: SourceSpan(file: FileID(0), start: 0, end: 0))
    #expect(site.role(of: actor, on: day) == "Citizen")
  }

  @Test func whoNamesWhom() async throws {
    let back = try await BriefingFixture.site().back
    #expect(back.claimsAt == ["meeting": ["offer"]])
    #expect(back.claimsAbout == ["meeting": ["offer"], "vote": ["offer"]])
    #expect(back.claimsBy == ["envoy": ["offer", "refusal"], "council": ["refusal"]])
    #expect(back.claimsOf == ["council": ["offer"]])
    #expect(back.speakersFor == ["council": ["envoy"], "harbour": ["council"]])
    #expect(back.claimsOn == ["truce": ["offer"]])
    #expect(back.eventsOn == ["truce": ["meeting"]])
    #expect(back.eventsWith == ["envoy": ["meeting"]])
    #expect(back.partsOf == ["meeting": ["vote"]])
    #expect(back.relationsTo["offer"]?.map(\.claim) == ["refusal"])
    #expect(
      back.usesOf["paper"] == [
        FactKey(.events, "meeting"), FactKey(.events, "vote"), FactKey(.events, "before"), FactKey(.claims, "offer"),
      ])
    #expect(back.usesOf["act"] == [FactKey(.events, "before"), FactKey(.claims, "refusal")])
  }

  @Test func citationsAreNumberedAsTheyCome() {
    var register = CitationRegister()
    let marks = ["b", "a", "b", "c", "a", "b"].map { register.cite($0) }
    #expect(marks.map(\.number) == [1, 2, 1, 3, 2, 1])
    #expect(marks.map(\.use) == [1, 1, 2, 1, 2, 3])
    #expect(marks.map(\.id) == ["c1-1", "c2-1", "c1-2", "c3-1", "c2-2", "c1-3"])
    #expect(marks.map(\.reference) == ["ref-1", "ref-2", "ref-1", "ref-3", "ref-2", "ref-1"])
    #expect(register.sources == ["b", "a", "c"])
    #expect(register.uses == [3, 2, 1])
  }

  private static let groupings: [(dates: [String], phases: String, titles: [String])] = [
    (["2025-08-15", "2025-08-20", "2025-09"], "", ["August 2025", "September 2025"]),
    (["2025", "2025-08-15"], "", ["2025", "August 2025"]),
    (["2019", "2025-08-15", "2025-09"], "", ["2019", "2025"]),
    (["-0043-03-15", "-0030"], "", ["44 BCE", "31 BCE"]),
    (
      ["-0299", "-0211", "-0099", "0000", "0001", "0099", "0100", "0199", "0200"], "",
      ["300 BCE to 201 BCE", "100 BCE to 1 BCE", "1 CE to 99 CE", "100 CE to 199 CE", "200 CE to 299 CE"]
    ),
    (
      ["2025-07-31", "2025-08-15", "2025-10"], "phases: [{title: The talks, from: 2025-08, to: 2025-08}]\n",
      ["Outside the phases: 31 July 2025", "The talks", "Outside the phases: October 2025"]
    ),
    (["2025-08-15", "2025-09-15"], "phases: [{title: One, from: 2025-08}, {title: Two, from: 2025-09}]\n", ["One", "Two"]),
  ]

  @Test(arguments: groupings)
  func eventsStandUnderHeadings(_ dates: [String], _ phases: String, _ titles: [String]) async throws {
    let events = dates.enumerated().map {
      "event-\($0.offset): {date: \"\($0.element)\", title: Happening \($0.offset), state: scheduled, sources: [paper]}\n"
    }.joined()
    let claims = "offer: {text: An offer., kind: opinion, claimant: envoy, wording: paraphrased, date: 2025-08-17, sources: [act]}\n"
    let briefing = try #require(BriefingFixture.content.first { $0.path == "Content/briefing.yml" }).text + phases
    let site = try await BriefingFixture.site([
      ("Content/facts/events.yml", events), ("Content/facts/claims.yml", claims), ("Content/briefing.yml", briefing),
    ])
    let groups = TimelineGrouping(site: site).groups()
    #expect(groups.map(\.title) == titles)
    #expect(Set(groups.map(\.id)).count == groups.count)
    #expect(groups.flatMap(\.events) == Array(site.timeline.indices))
  }
}

/// What is asked of prose.
@Suite struct ProseTests {
  private static let paragraphs: [(text: String, codes: [String])] = [
    ("Words alone.", []), ("It met 3 times.", ["prose.uncited"]), ("It [met 3 times](source:paper).", []),
    ("It [met](source:paper) 3 times.", []), ("It **met 3 times**.", ["prose.uncited"]),
    ("It [met 3 times](claim:offer).", ["prose.uncited"]),
    ("It met `3` times.", []), ("<!-- uncited: counted by hand -->\n\nIt met 3 times.", []),
    ("<!-- uncited: -->\n\nIt met 3 times.", ["prose.uncited"]), ("<!-- a note -->\n\nIt met 3 times.", ["prose.uncited"]),
    ("<!-- uncited: counted -->\n\nIt met 3 times.\n\nAnd 4 more.", ["prose.uncited"]),
    ("- one 1\n- two 2\n", ["prose.uncited", "prose.uncited"]), ("<!-- uncited: a list -->\n\n- one 1\n- two 2\n", []),
    ("> It met 3 times.", ["prose.uncited"]), ("## 3 meetings", []), ("```text\n3 times\n```", []),
    ("*[It](source:paper)* met 3 times.", []), ("A ![map of 3](assets/map.svg)", []),
  ]

  @Test(arguments: paragraphs)
  func figuresAreCited(_ text: String, _ codes: [String]) async {
    let plan = await BriefingFixture.plan([("Content/about.md", text + "\n")], assets: ["assets/map.svg"])
    #expect(plan.log.sorted.map(\.code).filter { $0.hasPrefix("prose.") } == codes)
  }
}

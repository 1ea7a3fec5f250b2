import Diagnostics
import EDTF
import Facts
import Foundation
import TestKit
import Testing

@testable import Briefing

@Suite struct PagingTests {
  @Test(arguments: [(0, 1), (1, 1), (500, 1), (501, 2), (1000, 2), (1001, 3)])
  func pagesAreCounted(_ items: Int, _ pages: Int) {
    #expect(Paging.count(of: items, by: 500) == pages)
  }

  @Test(arguments: [
    ("claims-2.html", "claims.html"), ("claims/by-topic-12.html", "claims/by-topic.html"), ("claims.html", nil), ("claims-1.html", nil),
    ("claims-02.html", nil), ("claims-.html", nil), ("claims-policy.html", nil), ("timeline-latest.html", nil), ("a-2.htm", nil),
  ])
  func laterPagesKnowTheirFirst(_ path: String, _ first: String?) {
    #expect(Paging.first(of: path) == first)
  }

  @Test func everyItemStandsOnOnePage() {
    var random = Numbers(state: 7)
    for _ in 0..<200 {
      var next = 0
      let groups = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        (0..<Int.random(in: 0...9, using: &random)).map { _ -> Int in
          next += 1
          return next
        }
      }
      let size = Int.random(in: 1...7, using: &random)
      let pages = (1...Paging.count(of: next, by: size)).map { Paging.slice(groups, part: $0, by: size) }
      #expect(pages.flatMap { $0.flatMap(\.items) } == Array(1...max(next, 1)).filter { $0 <= next })
      #expect(pages.dropLast().allSatisfy { $0.reduce(0) { $0 + $1.items.count } == size })
      #expect(pages.joined().allSatisfy { slice in !slice.items.isEmpty && slice.items.allSatisfy(groups[slice.group].contains) })
    }
  }

  @Test func recordsPagesDoNotTakeTheNamesOfOthers() {
    #expect(Paging.path("actors/envoy.html", part: 1) == "actors/envoy.html")
    #expect(Paging.path("actors/envoy.html", part: 2) == "actors/envoy_2.html")
    #expect(Paging.path("topics/truce.html", part: 12) == "topics/truce_12.html")
    #expect(Paging.path("sources.html", part: 2) == "sources-2.html")
    #expect(Paging.path("claims/by-topic.html", part: 2) == "claims/by-topic-2.html")
    #expect(Paging.path("as-of/2025-09-01.html", part: 2) == "as-of/2025-09-01_2.html")
  }

  /// Where much rests on sources, fewer stand on a page.
  @Test(arguments: [(0, 0, 250), (300, 300, 250), (300, 1800, 250), (300, 1801, 100), (200, 10_000, 25), (1, 100_000, 10)])
  func sourcesMakeRoomForWhatRestsOnThem(_ count: Int, _ uses: Int, _ size: Int) {
    #expect(Paging.sources(count, uses: uses) == size)
  }

  /// 600 claims by two claimants each, and 900 events.
  @Test func longListsGoOn() async throws {
    let claims = (0..<600).map { number -> String in
      SmallSite.claim(
        "claim-\(number)", "Claim number \(number).", date: "\(2000 + number / 150)-0\(number / 50 % 3 + 1)-\(10 + number % 15)"
      )
      .replacing("claimant: envoy", with: "claimant: [envoy, council]")
    }
    let events = (0..<900).map { "event-\($0):\n  date: \(1000 + $0)\n  title: Event \($0)\n  sources: [paper]\n" }
    let small = try await SmallSite(["facts/claims.yml": claims.joined(separator: "\n"), "facts/events.yml": events.joined()])
    let paged = small.map.paths.filter { Paging.first(of: $0) != nil && !$0.hasPrefix("events/") && !$0.hasPrefix("claims/claim-") }
      .sorted()
    #expect(
      paged == [
        "claims-2.html", "claims-3.html", "claims/by-claimant-2.html", "claims/by-claimant-3.html", "claims/by-claimant-4.html",
        "claims/by-claimant-5.html", "claims/by-status-2.html", "claims/by-status-3.html", "claims/by-topic-2.html",
        "claims/by-topic-3.html",
        "everything-2.html", "timeline-2.html", "timeline-3.html", "timeline-latest-2.html", "timeline-latest-3.html",
      ])
    let pages = try ["claims.html", "claims-2.html", "claims-3.html"].map(small.page)
    #expect(pages.map { Self.ids($0).count } == [250, 250, 100])
    #expect(pages.flatMap(Self.ids) == small.site.claimsByDate.map(\.id))
    let second = pages[1]
    #expect(second.contains("Claims 251 to 500 of 600. 250 claims on a page."))
    #expect(second.contains("claims-caption\">Claims 251 to 500 of 600"))
    #expect(second.contains("<h1>Claims, page 2</h1>"))
    #expect(second.contains("href=\"claims.html\" rel=\"prev\"") && second.contains("href=\"claims-3.html\" rel=\"next\""))
    #expect(second.contains("<a href=\"claims.html\" aria-current=\"true\">Claims</a>"))
    #expect(try small.page("claims/by-claimant-5.html").contains("Lines 1,001 to 1,200 of 1,200."))
    // An event's page leads to the part of the timeline where it stands.
    #expect(try small.page("events/event-850.html").contains("href=\"../timeline-3.html#event-850\""))
    #expect(try small.page("timeline-3.html").contains("id=\"event-850\""))
    #expect(try small.page("timeline-latest-3.html").contains("id=\"event-0\""))
  }

  /// 130 claims that the envoy makes and that are of him, 300 sources, terms, questions and corrections: lists of records' pages and of records that
  /// have no page, each on two pages.
  private static let manyRecords: [String: String] = {
    func records(_ count: Int, _ record: (Int) -> String) -> String { (0..<count).map(record).joined(separator: "\n") + "\n" }
    return [
      "about.md": "# About\n\nRead [the last](source:source-299), [a term](term:term-299) and [a question](question:question-299).\n",
      "facts/claims.yml": records(130) { number in
        SmallSite.claim("claim-\(number)", "Claim number \(number).", date: "\(1800 + number)")
          .replacing("attributed_to: [council]", with: "attributed_to: [envoy]")
          .replacing("sources: [paper]", with: "sources: [paper, source-\(number * 2)]")
      },
      "facts/sources/many.yml": records(300) { number in
        let desk = String(1000 + number)
        return "source-\(number): {title: Report \(number), publisher: Desk \(desk), url: 'https://example.org/\(number)', kind: webpage}"
      },
      "facts/terms.yml": records(300) { "term-\($0): {term: Word \(1000 + $0), definition: A word.}" },
      "facts/questions.yml": records(300) { "question-\($0): {text: What of \($0)?, claims: [claim-\($0 % 130)]}" },
      "facts/corrections.yml": records(300) {
        "mend-\($0): {date: \(1700 + $0), class: typo, target: 'claim:claim-\($0 % 130)', was: Old, now: New}"
      },
    ]
  }()

  @Test func listsOfEveryKindGoOn() async throws {
    let small = try await SmallSite(Self.manyRecords)
    let files = await small.files()
    let later = ["actors/envoy_2.html", "corrections-2.html", "glossary-2.html", "questions-2.html", "sources-2.html"]
    #expect(later.allSatisfy { files[$0] != nil } && files["sources-3.html"] == nil && files["actors/council_2.html"] == nil)
    let second = try #require(files["actors/envoy_2.html"])
    #expect(second.contains("<h1>The envoy, page 2</h1>") && second.contains("Entries 251 to 260 of 260. 250 entries on a page."))
    #expect(second.contains("href=\"../actors/envoy.html\" rel=\"prev\"") && !second.contains("id=\"claims-by\""))
    #expect(try #require(files["actors/envoy.html"]).contains("href=\"../actors/envoy_2.html\" rel=\"next\""))
    #expect(Self.brokenLinks(files).isEmpty, "\(Self.brokenLinks(files).prefix(5))")
    #expect(try #require(files["about.html"]).contains("glossary-2.html#term-299"))
    #expect(try #require(files["data/briefing.json"]).contains("\"page\": \"sources-2.html#source-299\""))
    #expect(try #require(files["data/sources.csv"]).contains("sources-2.html#source-299"))
    #expect(try #require(files["search-index.js"]).contains("questions-2.html#question-299"))
  }

  /// 300 positions on two topics, published twice: between the editions all of them changed, and ten of 300 claims went.
  @Test func thePastGoesOn() async throws {
    func content(_ summary: String, claims: Int) -> [String: String] {
      [
        "facts/topics.yml": "truce:\n  label: Truce\n  order: 2\ntolls:\n  label: Tolls\n  order: 1\n",
        "facts/actors/many.yml": (0..<150).map { "party-\($0): {name: Party \($0), kind: group}\n" }.joined(),
        "facts/positions.yml": (0..<300).map {
          "position-\($0): {actor: party-\($0 / 2), topic: \($0 % 2 == 0 ? "truce" : "tolls"), stances: "
            + "[{date: 2025-08-01, summary: \(summary), sources: [paper]}]}\n"
        }.joined(),
        "facts/claims.yml": (0..<claims).map { SmallSite.claim("claim-\($0)", "Claim number \($0).", date: "\(1500 + $0)") }.joined(
          separator: "\n"),
      ]
    }
    func edition(_ texts: [String: String], _ day: Int) throws -> String {
      var log = DiagnosticLog()
      let ledger = FactLedger(files: SmallSite.input(texts).files, log: &log)
      return String(decoding: Edition.bytes(of: ledger, day: try #require(CivilDay(year: 2025, month: 9, day: day))), as: UTF8.self)
    }
    let (before, after) = (content("Wants it", claims: 300), content("Wants none of it", claims: 290))
    let editions = [
      "editions/2025-09-01.json": try edition(before, 1), "editions/2025-09-08.json": try edition(after, 8),
      // What was published does not go without a word.
      "facts/corrections.yml": (290..<300).map {
        "gone-\($0): {date: 2025-09-07, class: void, target: 'claim:claim-\($0)', was: It was said, now: It was not}\n"
      }.joined(),
    ]
    let small = try await SmallSite(after.merging(editions) { first, _ in first })
    let files = await small.files()
    #expect(Self.brokenLinks(files).isEmpty, "\(Self.brokenLinks(files).prefix(5))")
    let positions = try ["positions.html", "positions-2.html"].map { try #require(files[$0]) }
    #expect(positions.map { $0.matches(of: /<section class="stand" id="/).count } == [250, 50] && files["positions-3.html"] == nil)
    // Topics in the editor's order; the one that is cut goes on.
    #expect(
      positions[0].contains("<h2 id=\"tolls\"") && !positions[1].contains("<h2 id=\"tolls\"") && positions[1].contains("<h2 id=\"truce\""))
    #expect(positions[1].contains("Entries 251 to 300 of 300. 250 entries on a page."))
    #expect(try #require(files["index.html"]).matches(of: /href="positions[^"#]*#position-/).count == 25)
    let changes = try ["changes.html", "changes-2.html"].map { try #require(files[$0]) }
    #expect(changes.map { $0.matches(of: /<li><p class="when">/).count } == [250, 60] && files["changes-3.html"] == nil)
    #expect(!changes[0].contains("The first edition") && changes[1].contains("<h2 id=\"edition-2025-09-01\">"))
    #expect(changes[1].contains("Entries 251 to 311 of 311."))
    let asOf = try ["as-of/2025-09-01.html", "as-of/2025-09-01_2.html"].map { try #require(files[$0]) }
    #expect(asOf.map { $0.matches(of: /<tr role="row" id="claim-/).count } == [250, 50])
    #expect(
      asOf.map { $0.contains("id=\"event-meeting\"") } == [false, true] && asOf.map { $0.contains("class=\"answer\"") } == [true, false])
    #expect(asOf.allSatisfy { $0.contains("A published edition.") && $0.contains("noindex") })
    #expect(asOf[1].contains("../changes-2.html#edition-2025-09-01"))
    // What is gone is shown where it stood.
    #expect(changes.joined().contains("as-of/2025-09-01_2.html#claim-claim-295"))
    #expect(try #require(files["claims/claim-260.html"]).contains("../as-of/2025-09-01_2.html#claim-claim-260"))
  }

  /// Links between pages that lead nowhere, or to an anchor that is not there.
  private static func brokenLinks(_ files: [String: String]) -> [String] {
    var broken: [String] = []
    var ids: [String: Set<Substring>] = [:]
    for (path, text) in files where path.hasSuffix(".html") { ids[path] = Set(text.matches(of: /\bid="([^"]*)"/).map(\.1)) }
    for (path, text) in files where path.hasSuffix(".html") && path != "404.html" {
      for match in text.matches(of: /href="([^":#]*)#([^"]+)"/) {
        let target = match.1.isEmpty ? path : String(match.1.replacing("../", with: ""))
        if ids[target]?.contains(match.2) != true { broken.append("\(path): \(match.1)#\(match.2)") }
      }
    }
    return broken
  }

  /// What leads to a record that moves to another page of its list is made anew, and so is every page of a record's list that an edit reaches.
  @Test(arguments: [
    ("facts/sources/many.yml", "publisher: Desk 1002,", "publisher: Desk 9,"), ("facts/claims.yml", "\"1803\"", "\"1921-05\""),
    ("facts/claims.yml", "attributed_to: [envoy]", "attributed_to: [council]"), ("facts/terms.yml", "Word 1003", "Zone 3"),
  ])
  func movesAreFollowed(_ file: String, _ old: String, _ new: String) async throws {
    var memory = BuildMemory()
    _ = await Build.plan(SmallSite.input(Self.manyRecords), reusing: &memory)
    var published: [String: [UInt8]] = [:]
    for output in await Build.outputs(reusing: &memory) { published[output.path] = output.bytes() }
    memory.keepAsPublished()
    var texts = Self.manyRecords
    let text = try #require(texts[file])
    let place = try #require(text.range(of: old))
    texts[file] = text.replacingCharacters(in: place, with: new)
    let input = SmallSite.input(texts)
    let plan = await Build.plan(input, reusing: &memory)
    #expect(plan.site != nil)
    let clean = await Build.plan(input)
    let site = try #require(clean.site)
    let outputs = await Build.outputs(reusing: &memory)
    var stale: [String] = []
    let rendered = await Build.render(site, try #require(clean.map), jobs: 2)
    let bytes = Dictionary(uniqueKeysWithValues: rendered.map { ($0.path, $0.bytes) })
    #expect(Set(outputs.map(\.path)) == Set(bytes.keys))
    for output in outputs where output.isAsBefore && published[output.path] != bytes[output.path] { stale.append(output.path) }
    #expect(stale.isEmpty, "\(stale.prefix(5))")
    #expect(outputs.contains { $0.isAsBefore && $0.path.hasSuffix(".html") })
  }

  /// The page of everything counts, before any page is made, what it will list.
  @Test func everythingIsCounted() async throws {
    for content in [[:], Self.manyRecords, ["claims.md": "Words.\n", "a.md": "Words.\n", "b/c.md": "Words.\n"]] {
      let small = try await SmallSite(content)
      let pages = small.site.pageOrder.count { !small.map.generated.contains($0.path) }
      #expect(Findable.count(small.site.facts, pages: pages) == small.site.findables().reduce(0) { $0 + $1.items.count })
    }
  }

  @Test func shortListsSayNothingOfPages() async throws {
    let files = try await SmallSite().files()
    #expect(!files.values.contains { $0.contains("rel=\"next\"") || $0.contains("class=\"ord paging\"") })
  }

  /// The anchors of the table's rows.
  private static func ids(_ page: String) -> [String] {
    page.split(separator: "\n").filter { $0.hasPrefix("<tr role=\"row\" id=") }.map { String($0.split(separator: "\"")[3]) }
  }
}

import Facts
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

  /// 1,200 claims by two claimants each, and 900 events.
  @Test func longListsGoOn() async throws {
    let claims = (0..<1200).map { number -> String in
      SmallSite.claim(
        "claim-\(number)", "Claim number \(number).", date: "\(2000 + number / 300)-0\(number / 100 % 3 + 1)-\(10 + number % 15)"
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
        "timeline-2.html", "timeline-3.html", "timeline-latest-2.html", "timeline-latest-3.html",
      ])
    let pages = try ["claims.html", "claims-2.html", "claims-3.html"].map(small.page)
    #expect(pages.map { Self.ids($0).count } == [500, 500, 200])
    #expect(pages.flatMap(Self.ids) == small.site.claimsByDate.map(\.id))
    let second = pages[1]
    #expect(second.contains("Claims 501 to 1,000 of 1,200. 500 claims on a page."))
    #expect(second.contains("claims-caption\">Claims 501 to 1,000 of 1,200"))
    #expect(second.contains("<h1>Claims, page 2</h1>"))
    #expect(second.contains("href=\"claims.html\" rel=\"prev\"") && second.contains("href=\"claims-3.html\" rel=\"next\""))
    #expect(second.contains("<a href=\"claims.html\" aria-current=\"true\">Claims</a>"))
    #expect(try small.page("claims/by-claimant-5.html").contains("Lines 2,001 to 2,400 of 2,400."))
    // An event's page leads to the part of the timeline where it stands.
    #expect(try small.page("events/event-850.html").contains("href=\"../timeline-3.html#event-850\""))
    #expect(try small.page("timeline-3.html").contains("id=\"event-850\""))
    #expect(try small.page("timeline-latest-3.html").contains("id=\"event-0\""))
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

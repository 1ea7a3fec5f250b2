import Foundation
import Testing

@testable import Briefing

@Suite struct FindingTests {
  @Test func theIndexIsOneStatement() async throws {
    let small = try await SmallSite(["facts/questions.yml": "who:\n  text: Who said </script> \\\"that\\\"?\n"])
    let index = try #require(await small.files()["search-index.js"])
    #expect(
      index == #"""
        briefIndex={"found":{"thousands":",","one":"{count} result","other":"{count} results"},"none":"Nothing found",\#
        "kinds":["Claims","Events","People and parties","Topics","Questions","Pages"],"items":[
        [0,"The council offered a ceasefire.","claims/offer.html","The envoy, 17 August 2025","The council"],
        [1,"The council meets","events/meeting.html","15 August 2025","The council"],
        [2,"The council","actors/council.html","State","Rada Рада"],
        [2,"The envoy","actors/envoy.html","Person"],
        [3,"Truce","topics/truce.html"],
        [4,"Who said </script> \\“that\\”?","questions.html#who","Open"],
        [5,"Briefing","index.html","","Is there a truce?"],
        [5,"Timeline","timeline.html","","Every event of this briefing in order, with its date at the precision that is known, and its sources."],
        [5,"Claims","claims.html","","Who said what of whom, when, how it stands, and what it rests on."],
        [5,"Questions","questions.html","","What is asked, and what is known so far."],
        [5,"Sources","sources.html","","Every source of this briefing, with what rests on it."],
        [5,"Corrections","corrections.html","","What this briefing had wrong, and what it says now."]
        ]}

        """#)
  }

  /// All that the search finds leads somewhere, and the page of everything lists it.
  @Test func everythingIsListedAndIsThere() async throws {
    let small = try await SmallSite([
      "about.md": "# About us\n\nWords.\n", "facts/terms.yml": "truce:\n  term: Truce\n  definition: A pause.\n",
    ])
    let files = await small.files()
    let page = try #require(files["everything.html"])
    for (kind, items) in small.site.findables() {
      #expect(page.contains("<h2 id=\"\(kind.rawValue)\">"))
      for item in items {
        #expect(page.contains("<a href=\"\(item.path)\">"), "\(item.path)")
        let parts = item.path.split(separator: "#")
        let target = try #require(files[String(parts[0])], "\(item.path)")
        if parts.count > 1 { #expect(target.contains("id=\"\(parts[1])\""), "\(item.path)") }
      }
    }
    #expect(small.site.findables().map(\.kind) == [.claims, .events, .actors, .topics, .terms, .pages, .sources])
    #expect(small.site.findables().last { $0.kind == .pages }?.items.last?.title == "About us")
  }

  @Test func theScriptIsShortAndStartsNothingElse() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let script = try String(contentsOf: folder.appending(path: "Templates/assets/brief.js"), encoding: .utf8)
    #expect(script.utf8.count <= 10_000)
    for word in [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttpRequest", ".style", "http:", "https:",
      "import",
    ] {
      #expect(!script.contains(word), "\(word)")
    }
  }
}

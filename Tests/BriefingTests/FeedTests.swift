import EDTF
import TestKit
import Testing

@testable import Briefing

@Suite struct FeedTests {
  @Test func whatChangedIsTold() async throws {
    let files = try await WebFixture.site().files()
    #expect(
      files["feeds/changes.xml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
        <id>https://example.org/talks/feeds/changes.xml</id>
        <title>The harbour talks: what changed</title>
        <subtitle>What changed in this briefing from edition to edition, record by record.</subtitle>
        <updated>2025-09-08T00:00:00Z</updated>
        <link rel="self" type="application/atom+xml" href="https://example.org/talks/feeds/changes.xml"/>
        <link rel="alternate" type="text/html" href="https://example.org/talks/"/>
        <author>
        <name>The Desk</name>
        <uri>https://example.org/</uri>
        </author>
        <rights>CC BY-SA 4.0</rights>
        <generator version="0.1.0">brief</generator>
        <entry>
        <id>https://example.org/talks/claims/rumour.html#new</id>
        <title>New claim: There will be another talk.</title>
        <link rel="alternate" type="text/html" href="https://example.org/talks/claims/rumour.html"/>
        <published>2025-09-08T00:00:00Z</published>
        <updated>2025-09-08T00:00:00Z</updated>
        <category term="claim"/>
        <content type="html">&lt;p&gt;Said by two clerks, about August 2025.&lt;/p&gt;
        &lt;p&gt;Status as of 8 September 2025: Unconfirmed.&lt;/p&gt;
        &lt;p&gt;Nobody else has said it.&lt;/p&gt;
        &lt;p&gt;Sources: &lt;a href=&quot;https://example.org/paper&quot;&gt;The Desk, 18 August 2025&lt;/a&gt;&lt;/p&gt;
        </content>
        </entry>
        <entry>
        <id>https://example.org/talks/corrections.html#hall</id>
        <title>Minor correction: The council meets</title>
        <link rel="alternate" type="text/html" href="https://example.org/talks/corrections.html#hall"/>
        <published>2025-09-07T00:00:00Z</published>
        <updated>2025-09-07T00:00:00Z</updated>
        <category term="correction"/>
        <content type="html">&lt;p&gt;It said: The yard&lt;/p&gt;
        &lt;p&gt;It says now: The hall&lt;/p&gt;
        &lt;p&gt;A reader wrote.&lt;/p&gt;
        </content>
        </entry>
        <entry>
        <id>https://example.org/talks/claims/offer.html#status-2</id>
        <title>Denied: The council offered a ceasefire.</title>
        <link rel="alternate" type="text/html" href="https://example.org/talks/claims/offer.html"/>
        <published>2025-09-06T00:00:00Z</published>
        <updated>2025-09-06T00:00:00Z</updated>
        <category term="status"/>
        <content type="html">&lt;p&gt;Said by The envoy, 17 August 2025.&lt;/p&gt;
        &lt;p&gt;Said of The council.&lt;/p&gt;
        &lt;p&gt;Status until then: Unconfirmed.&lt;/p&gt;
        &lt;p&gt;Status as of 5 September 2025: Denied.&lt;/p&gt;
        &lt;p&gt;The &lt;a href=&quot;https://example.org/talks/actors/council.html&quot; class=&quot;actor&quot;&gt;council&lt;/a&gt; says it did not.&lt;/p&gt;
        &lt;p&gt;Sources: &lt;a href=&quot;https://example.org/talks/sources.html#minutes&quot;&gt;The council, possibly 5 September 2025&lt;/a&gt;&lt;/p&gt;
        </content>
        </entry>
        <entry>
        <id>https://example.org/talks/#published</id>
        <title>Published: The harbour talks</title>
        <link rel="alternate" type="text/html" href="https://example.org/talks/"/>
        <published>2025-09-01T00:00:00Z</published>
        <updated>2025-09-01T00:00:00Z</updated>
        <category term="briefing"/>
        <content type="html">&lt;p&gt;Is there a truce?&lt;/p&gt;
        &lt;p&gt;Not &lt;a href=&quot;https://example.org/talks/claims/offer.html&quot; class=&quot;claim&quot;&gt;yet&lt;/a&gt;.&lt;/p&gt;
        </content>
        </entry>
        </feed>

        """)
  }

  @Test func theTimelineIsAFeedToo() async throws {
    let files = try await WebFixture.site().files()
    #expect(
      files["feeds/timeline.json"] == #"""
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "The harbour talks: timeline",
          "home_page_url": "https://example.org/talks/timeline.html",
          "feed_url": "https://example.org/talks/feeds/timeline.json",
          "description": "Every event of this briefing in order, with its date at the precision that is known, and its sources.",
          "language": "en-GB",
          "authors": [
            {
              "name": "The Desk",
              "url": "https://example.org/"
            }
          ],
          "items": [
            {
              "id": "https://example.org/talks/events/another.html",
              "url": "https://example.org/talks/events/another.html",
              "title": "Another meeting",
              "content_html": "<p>about October 2025 · Postponed</p>\n<p>Sources: <a href=\"https://example.org/paper\">The Desk, 18 August 2025</a></p>\n",
              "date_published": "2025-09-08T00:00:00Z",
              "date_modified": "2025-09-08T00:00:00Z",
              "tags": [
                "event"
              ]
            },
            {
              "id": "https://example.org/talks/events/meeting.html",
              "url": "https://example.org/talks/events/meeting.html",
              "title": "The council meets",
              "content_html": "<p><time datetime=\"2025-08-15\">15 August 2025</time> to <time datetime=\"2025-08-16\">16 August 2025</time> · The hall</p>\n<p>It lasted <a href=\"https://example.org/talks/claims/offer.html\" class=\"claim\">long</a>.</p>\n<p>Sources: <a href=\"https://example.org/paper\">The Desk, 18 August 2025</a></p>\n",
              "date_published": "2025-09-01T00:00:00Z",
              "date_modified": "2025-09-07T00:00:00Z",
              "tags": [
                "event"
              ]
            }
          ]
        }

        """#)
  }

  /// Ids are made of ids: other words, and another order, leave them as they are.
  @Test func idsSurviveRetitling() async throws {
    func ids(_ files: [String: String]) -> [String] {
      ["feeds/changes.xml", "feeds/timeline.xml"].flatMap { path in
        (files[path] ?? "").matches(of: /<id>(.*?)<\/id>/).map { String($0.1) }
      }
    }
    let before = ids(try await WebFixture.site().files())
    let after = ids(
      try await WebFixture.site([
        "briefing.yml": WebFixture.briefing().replacing("The harbour talks", with: "Another title"),
        "facts/claims.yml": WebFixture.claims.replacing("offered a ceasefire", with: "offered a truce"),
        "facts/events.yml": (WebFixture.content["facts/events.yml"] ?? "").replacing("The council meets", with: "A meeting"),
      ]).files())
    #expect(before == after)
    #expect(Set(before).count == before.count && before.count == 8)
  }

  /// Many events: the newest hundred, in the same bytes every time.
  @Test func aFeedEndsAtItsLimit() async throws {
    let events = (100..<350).map { number in
      "e-\(number): {date: \"\(number)\", title: Event \(number), sources: [paper], entered: 2025-\(number % 2 == 0 ? "09" : "10")-01}\n"
        .replacing("date: \"\(number)\"", with: "date: \"1\(number)\"")
    }
    let small = try await WebFixture.site(["facts/events.yml": events.joined(), "facts/corrections.yml": ""])
    let feed = TimelineFeed(small.site, small.prepared, try #require(small.site.address), try #require(small.prepared.days)).feed()
    #expect(feed.entries.count == 100)
    #expect(feed.entries.first?.title == "Event 349")
    #expect(feed.entries.allSatisfy { $0.published.text == "2025-10-01" })
  }

  /// What XML cannot hold is replaced, everything else comes back as it was.
  @Test func anyTextIsSafeInXML() {
    var random = Numbers(state: 4287)
    let special = Array("<>&\"'\u{0}\u{1}\u{8}\t\n\r\u{B}\u{1F}\u{7F}\u{85}\u{FFFD}\u{FFFE}\u{FFFF}]]>é🌊".unicodeScalars)
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) {
        let scalar =
          Bool.random(using: &random)
          ? special[Int.random(in: 0..<special.count, using: &random)]
          : Unicode.Scalar(UInt32.random(in: 0..<0xD800, using: &random)) ?? " "
        text.unicodeScalars.append(scalar)
      }
      var bytes: [UInt8] = []
      XMLText.append(text, to: &bytes)
      let escaped = String(decoding: bytes, as: UTF8.self)
      let isXML = escaped.unicodeScalars.allSatisfy { scalar in
        scalar == "\t" || scalar == "\n" || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
      }
      #expect(isXML && !escaped.utf8.contains(UInt8(ascii: "<")) && !escaped.utf8.contains(UInt8(ascii: ">")))
      var read = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        let isForbidden = (scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)) || scalar.value == 0xFFFE || scalar.value == 0xFFFF
        read.append(isForbidden ? "\u{FFFD}" : scalar)
      }
      let back = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"), ("&amp;", "&")].reduce(escaped) { text, pair in
        replace(pair.0, pair.1, in: text)
      }
      #expect(Array(back.utf8) == Array(String(read).utf8))
    }
  }

  private func replace(_ old: String, _ new: String, in text: String) -> String {
    var result: [UInt8] = []
    let (bytes, old) = (Array(text.utf8), Array(old.utf8))
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: old) {
        result += Array(new.utf8)
        index += old.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

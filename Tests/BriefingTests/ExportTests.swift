import EDTF
import Testing

@testable import Briefing

@Suite struct ExportTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""), ("", ""),
    ("é –", "é –"),
    ("=1+1", "'=1+1"), ("+49", "'+49"), ("-0043-03-15", "'-0043-03-15"), ("@home", "'@home"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("a=1", "a=1"), ("'quoted'", "'quoted'"),
  ])
  func cellsAreQuotedAndHarmless(_ text: String, _ cell: String) {
    var csv = CSVWriter(["a", "b"])
    csv.row([text, nil])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "\u{FEFF}a,b\r\n\(cell),\r\n")
  }

  @Test func claimsAreOneRowEach() async throws {
    let files = try await SmallSite(["facts/claims.yml": SmallSite.claim("offer", "=The council, it said, offered.", date: "-0043-03-15")])
      .files()
    #expect(
      files["data/claims.csv"] == """
        \u{FEFF}id,claim,kind,claimant,claimant_ids,attributed_to,attributed_to_ids,date,earliest,latest,venue,event,topics,topic_ids,status,\
        status_label,status_as_of,origins_for,origins_against,wording,quote,quote_language,quote_original,sources,source_urls,page\r
        offer,"'=The council, it said, offered.",fact,The envoy,envoy,The council,council,'-0043-03-15,'-0043-03-15,'-0043-03-15,,,Truce,truce,\
        unconfirmed,Unconfirmed,2025-09-01,0,0,paraphrased,,,,paper,https://example.org/paper,claims/offer.html\r

        """)
    #expect(
      files["data/events.csv"] == """
        \u{FEFF}id,event,kind,state,key,date,earliest,latest,place,timezone,actors,actor_ids,topics,topic_ids,summary,part_of,sources,source_urls,page\r
        meeting,The council meets,other,happened,no,2025-08-15,2025-08-15,2025-08-15,,,The council,council,Truce,truce,,,paper,\
        https://example.org/paper,events/meeting.html\r

        """)
  }

  @Test func sourcesAreOneRowEach() async throws {
    let files = try await SmallSite().files()
    #expect(
      files["data/sources.csv"] == """
        \u{FEFF}id,source,title_from,publisher,authors,container,date,earliest,latest,kind,tier,attribution,origin,copy,language,url,accessed,\
        archive_url,archive_date,page\r
        paper,A paper,page,The Desk,,,2025-08-18,2025-08-18,2025-08-18,article-newspaper,,,,no,,https://example.org/paper,,,,\
        sources.html#paper\r

        """)
  }

  @Test func sourcesAreEntriesOfBibLaTeX() async throws {
    let sources = #"""
      paper:
        title: "A \"paper\" of 100% {more}_"
        publisher: The Desk & Co
        date: 2025-08-18~
        url: https://example.org/paper_(1)?a=1&b=50%25
        kind: article-newspaper
        author: [Anna Writer, B & C]
        accessed: 2025-09-01
        archive_url: https://web.archive.org/web/20250901120000/https://example.org/paper
        archive_date: 2025-09-01
        language: en-GB
        note: A *short* note.
      minutes:
        title: "Minutes"
        publisher: The council
        container: Records of the council
        date: "[2024,2025]"
        unlinked: printed
        kind: report
        accept: {source.unused: kept}

      """#
    let briefing = """
      format: 1
      title: "The talks @ the harbour"
      question: Is there a truce?
      answer: Not yet.
      as_of: 2025-08-31
      published: 2025-09-01
      language: en
      data_licence: CC0 1.0

      """
    let files = try await SmallSite(["facts/sources.yml": sources, "briefing.yml": briefing]).files()
    #expect(
      files["data/sources.bib"] == #"""
        % The talks   the harbour. Licence of the data: CC0 1.0

        @article{paper,
          author = {{Anna Writer} and {B \& C}},
          title = {{A "paper" of 100\% \{more\}\_}},
          journaltitle = {The Desk \& Co},
          date = {2025-08-18~},
          url = {https://example.org/paper_(1)?a=1&b=50%25},
          urldate = {2025-09-01},
          archiveurl = {https://web.archive.org/web/20250901120000/https://example.org/paper},
          archivedate = {2025-09-01},
          langid = {en-GB},
          note = {A short note.},
        }

        @report{minutes,
          title = {{Minutes}},
          titleaddon = {Records of the council},
          institution = {The council},
          year = {{either 2024 or 2025}},
        }

        """#)
  }

  @Test(arguments: [
    ("plain", "plain"), ("50 %", #"50 \%"#), ("a_b {c} $d #e &f", ##"a\_b \{c\} \$d \#e \&f"##),
    (#"\~^"#, #"\textbackslash{}\textasciitilde{}\textasciicircum{}"#),
    ("a--b---c", "a-{}-b-{}-{}-c"), ("``a''", "`{}`a'{}'"), ("it's", "it's"), ("two\r\n lines", "two  lines"), ("“é”", "“é”"), ("", ""),
  ])
  func nothingMeansAnythingToTeX(_ text: String, _ escaped: String) {
    #expect(TeXText.escaped(text) == escaped)
  }

  /// Of every object of the data and each of its members: what it is, in a sentence.
  @Test func everyMemberOfTheDataIsExplained() async throws {
    let schema = DataSchema(site: try await SmallSite().site)
    var waiting = [Site.data.declaration]
    var seen: Set<String> = []
    while let record = waiting.popLast() {
      guard seen.insert(record.name).inserted else { continue }
      #expect(record.meaning.hasSuffix("."), "\(record.name)")
      #expect(Set(record.members.map(\.name)).count == record.members.count, "\(record.name)")
      for member in record.members {
        #expect(schema.meaning(of: member, in: record).hasSuffix("."), "\(record.name) \(member.name)")
        switch member.shape {
        case .record(let inner), .list(.record(let inner), _): waiting.append(inner)
        default: break
        }
      }
      #expect(record.oneOf.allSatisfy { name in record.members.contains { $0.name == name && !$0.isRequired } }, "\(record.name)")
    }
    #expect(seen.count > 20)
  }

  @Test func sourcesAreItemsOfCSL() async throws {
    let files = try await SmallSite().files()
    #expect(
      files["data/sources.csl.json"] == """
        [
          {
            "id": "paper",
            "type": "article-newspaper",
            "title": "A paper",
            "container-title": "The Desk",
            "issued": {
              "date-parts": [
                [
                  2025,
                  8,
                  18
                ]
              ]
            },
            "URL": "https://example.org/paper"
          }
        ]

        """)
  }

  private static let dates: [(String, CSLDate)] = [
    ("2025", .parts([[2025]], season: nil, isCirca: false)), ("2025-08", .parts([[2025, 8]], season: nil, isCirca: false)),
    ("2025-08-15", .parts([[2025, 8, 15]], season: nil, isCirca: false)),
    ("2025-08-15T10:00:00Z", .parts([[2025, 8, 15]], season: nil, isCirca: false)),
    ("2025~", .parts([[2025]], season: nil, isCirca: true)), ("2025-08?", .parts([[2025, 8]], season: nil, isCirca: true)),
    ("2025-08-XX", .parts([[2025, 8]], season: nil, isCirca: false)), ("2025-XX", .parts([[2025]], season: nil, isCirca: false)),
    ("2025-XX-12", .literal("words")), ("2025-08-1X", .literal("words")), ("2025-22", .parts([[2025]], season: 2, isCirca: false)),
    ("2025-33", .literal("words")), ("201X", .literal("words")), ("-0043", .literal("words")), ("0000", .literal("words")),
    ("2024-01/2025-02-03", .parts([[2024, 1], [2025, 2, 3]], season: nil, isCirca: false)),
    ("2024~/2025", .parts([[2024], [2025]], season: nil, isCirca: true)), ("2024/..", .literal("words")),
    ("[2024,2025]", .literal("words")), ("1950S2", .literal("words")),
  ]

  @Test(arguments: dates)
  func datesAreGivenAsFarAsCSLGoes(_ edtf: String, _ date: CSLDate) throws {
    #expect(CSLDate(try EDTFParser.parse(edtf), words: "words") == date)
  }

  @Test func aClaimSaysHowToCiteIt() async throws {
    let briefing = """
      format: 1
      title: The 100% "harbour" talks
      question: Is there a truce?
      answer: Not yet.
      as_of: 2025-08-31
      published: 2025-09-01
      language: en
      base_url: https://example.org/talks
      authors: [{name: Anna Writer}, {name: B & C}]
      publisher: {name: The Desk}

      """
    let small = try await SmallSite(["briefing.yml": briefing])
    let citation = PageCitation(Imprint(small.site), id: "offer", title: "It costs 5 $ & {more}_", path: "claims/offer.html")
    #expect(
      citation.bibtex == #"""
        @misc{offer,
          author = {{Anna Writer} and {B \& C}},
          title = {{It costs 5 \$ \& \{more\}\_}},
          howpublished = {The 100\% "harbour" talks},
          publisher = {The Desk},
          year = {2025},
          month = sep,
          note = {As of 31 August 2025.},
          url = {https://example.org/talks/claims/offer.html},
        }
        """#)
    #expect(
      citation.csl == #"""
        [
          {
            "id": "offer",
            "type": "webpage",
            "title": "It costs 5 $ & {more}_",
            "author": [
              {
                "literal": "Anna Writer"
              },
              {
                "literal": "B & C"
              }
            ],
            "container-title": "The 100% \"harbour\" talks",
            "publisher": "The Desk",
            "issued": {
              "date-parts": [
                [
                  2025,
                  9,
                  1
                ]
              ]
            },
            "URL": "https://example.org/talks/claims/offer.html",
            "language": "en",
            "note": "As of 31 August 2025."
          }
        ]
        """#)
    let page = try #require(await small.files()["claims/offer.html"])
    #expect(page.contains("howpublished = {The 100\\% &quot;harbour&quot; talks}"))
    #expect(page.contains("&quot;type&quot;: &quot;webpage&quot;"))
  }
}

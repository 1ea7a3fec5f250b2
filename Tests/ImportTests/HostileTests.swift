import Diagnostics
import Facts
import TestKit
import Testing

@testable import Import

/// Files that mean harm: nothing of them runs, nothing stands where it should not, and nothing takes for ever.
@Suite struct HostileTests {
  /// Every path is made of a kind and of the name that the user gave, whatever the file says; ids are ids.
  @Test(arguments: [
    (
      "csl.json",
      "[{\"id\": \"../../../etc/passwd\", \"type\": \"report\", \"title\": \"../../x\", \"publisher\": \"/etc\", \"URL\": \"https://a.example/\"}]"
    ),
    (
      "csl.json",
      "[{\"id\": \"a\\u0000b: c\\n- d\", \"type\": \"report\", \"title\": \"x\\nactors:\\n  evil: 1\", \"publisher\": \"p\", \"URL\": \"https://a.example/\"}]"
    ),
    ("terms.csv", "id,term,definition\n../../etc/cron.d/x,../../y,z\n"),
    ("bibtex.bib", "@book{../../x, title={../..}, publisher={..}, year=2000, url={https://a.example/../../..}}"),
    (
      "timelinejs.json",
      "{\"events\":[{\"start_date\":{\"year\":\"2025\"},\"text\":{\"headline\":\"../../../x\"},\"group\":\"../..\",\"unique_id\":\"../../y\"}]}"
    ),
  ])
  func namesLeadNowhereElse(_ path: String, _ text: String) throws {
    let result = ImportFixture.read(text, path)
    #expect(!result.files.isEmpty)
    #expect(ImportFixture.trouble(in: result) == [])
    for file in result.files {
      #expect(file.path == "Content/facts/\(file.kind.rawValue)/imported-sample.yml")
      for record in file.records { #expect(FactID.isValid(record.key.id)) }
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html;base64", "file:///etc/passwd", "JavaScript:alert(1)", " https://a.example/ x", "//a.example",
    "vbscript:x",
  ])
  func noUnsafeAddressIsTakenIn(_ address: String) {
    for (path, text) in [
      ("csl.json", "[{\"id\": \"a1\", \"type\": \"report\", \"title\": \"t\", \"publisher\": \"p\", \"URL\": \"\(address)\"}]"),
      ("sources.csv", "id,title,publisher,kind,url,archive_url\na1,t,p,report,\(address),\(address)\n"),
      ("bibtex.bib", "@report{a1, title={t}, publisher={p}, url={\(address)}}"),
    ] {
      let result = ImportFixture.read(text, path)
      for record in result.files.flatMap(\.records) {
        #expect(!record.fields.contains { ["url", "archive_url"].contains($0.name) }, "\(path)")
        #expect(record.isDraft)
      }
      #expect(result.log.diagnostics.contains { $0.code == "import.bad-value" }, "\(path)")
    }
  }

  @Test func scriptsLeaveNoTrace() throws {
    let result = ImportFixture.read(
      "id,term,definition\nx1,a<script>alert(1)</script>b,\"<img src=x onerror=alert(2)>c <a href='javascript:alert(3)'>d</a> <style>e</style>\"\n",
      "terms.csv")
    let file = try #require(result.files.first)
    #expect(!file.text.contains("alert"))
    #expect(file.text.contains("term: ab\n"))
    #expect(file.text.contains("definition: c d\n"))
    #expect(file.drafts == 1)
  }

  /// A text cannot close a comment, nor begin a record.
  @Test func commentsStayComments() throws {
    let result = ImportFixture.read(
      "id,term,definition,aka\nx1,t,\"a\u{2028}b\u{85}c <b>\nevil:\n  term: x\",\n", "terms.csv")
    let file = try #require(result.files.first)
    #expect(file.records.count == 1)
    #expect(ImportFixture.trouble(in: result) == [])
    let named = Importer.read(
      SourceFile(path: "a\nevil: 1\u{2028}b.csv", text: "id,term,definition\nx1,t,d <b>\n"), as: .csv, kind: .terms, name: "n1",
      context: ImportFixture.context)
    #expect(named.files.first?.text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") || $0.hasPrefix(" ") || $0 == "x1:" } == true)
  }

  @Test(arguments: [
    ("csl.json", "[\u{0}]"), ("csl.json", "{\"items\": 1}"), ("csl.json", "[1]"), ("csl.json", "\"a\""), ("csl.json", ""),
    ("timelinejs.json", "{\"events\": {}}"), ("timelinejs.json", "[]"), ("timelinejs.json", "{\"timeline\": {\"date\": []}}"),
    ("timelinejs.csv", "a,b\n1,2\n"), ("terms.csv", ""), ("terms.csv", "\u{FEFF}"), ("terms.csv", "id,term\n\"a,b\n"),
    ("terms.csv", "id,term\n\"a\"b,c\n"), ("terms.csv", "id,id\na,b\n"), ("terms.csv", "x,y\na,b\n"), ("terms.csv", "id,term\u{0}\na,b\n"),
    ("bibtex.bib", ""), ("bibtex.bib", "@book{a, title={b"), ("bibtex.bib", "@book{a, title=}"),
    ("bibtex.bib", "@book{a, title={b}}}} @book{"),
    ("bibtex.bib", "@book{a, = {b}}"), ("bibtex.bib", "@comment{"), ("claimreview.html", "<html>"),
    ("claimreview.html", "<script type=\"application/ld+json\">"),
    ("claimreview.html", "<script type=\"application/ld+json\">{</script>"), ("claimreview.json", "{}"),
  ])
  func whatIsBrokenIsSaid(_ path: String, _ text: String) {
    let result = ImportFixture.read(text, path)
    #expect(result.log.hasErrors, "\(path): \(text)")
    #expect(ImportFixture.trouble(in: result) == [])
  }

  /// Sizes at which anything that takes the square of them would never end: a piece, so many times, behind a beginning.
  @Test(arguments: [
    ("csl.json", "", "[", 300_000), ("csl.json", "", "{\"a\":", 100_000), ("bibtex.bib", "", "@a{b,", 60_000),
    ("bibtex.bib", "@a{b, c=", "{", 300_000),
    ("bibtex.bib", "", "@a{b, title={\\\"", 20_000), ("terms.csv", "id,term,definition\n", "\"", 300_001), ("terms.csv", "", ",", 100_000),
    ("claimreview.html", "", "<script", 40_000), ("claimreview.html", "", "<!--", 75_000), ("claimreview.html", "", "<title>", 40_000),
    ("claimreview.html", "", "<script type=\"application/ld+json\">{}</script>", 3_000),
    ("terms.csv", "id,term,definition\na1,t,", "<", 200_000), ("terms.csv", "id,term,definition\na1,t,", "<a ", 60_000),
    ("terms.csv", "id,term,definition\na1,t,", "&#", 60_000), ("terms.csv", "id,term,definition\na1,t,", "<script>", 40_000),
    ("terms.csv", "id,term,definition\n", ",same,d\n", 3_000),
  ])
  func depthAndLengthAreBorne(_ path: String, _ start: String, _ piece: String, _ count: Int) {
    let text = start + String(repeating: piece, count: count)
    #expect(ImportFixture.trouble(in: ImportFixture.read(text, path)) == [])
  }

  /// Pieces of every format in any order: never a trap, and what is taken in always reads.
  @Test(arguments: 0..<20)
  func anythingIsBorne(_ seed: Int) {
    var chance = Numbers(state: UInt64(seed) &* 77)
    let pieces = [
      "{", "}", "[", "]", "\"", ",", ":", "\"events\":", "\"start_date\":{\"year\":\"2025\"}", "\"text\":{\"headline\":\"h\"}", "@book{k,",
      "title={",
      "year=2025", "#", "\\", "\\'", "\\v", "$", "<script type=\"application/ld+json\">", "</script>", "<title>", "id,term,definition\n",
      "a,b,c\n",
      "\"@type\":\"ClaimReview\"", "\n", "\r", "é", "\u{FEFF}", "&amp;", "<", ">", "--", "0", "-1", "null",
    ]
    for _ in 0..<60 {
      let text = (0..<Int.random(in: 1...40, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
      for path in ["timelinejs.json", "timelinejs.csv", "terms.csv", "csl.json", "bibtex.bib", "claimreview.html"] {
        #expect(ImportFixture.trouble(in: ImportFixture.read(text, path)) == [])
      }
    }
  }
}

import Diagnostics
import Facts
import TestKit
import Testing

@testable import Import

/// Plain tables, kind by kind, and CSV as programs write it.
@Suite struct TableTests {
  /// A row of each kind with all that it needs, and some that it may have: it is taken in whole, without a question.
  private static let rows: [(FactKind, String, String)] = [
    (.actors, "id,name,kind,side,aka,members", "deputy,The deputy,person,council,\"Deputy; The second\",envoy council"),
    (.topics, "id,label,description,order", "quays,Quays,Where ships lie.,3"),
    (
      .sources, "id,title,publisher,kind,url,date,author,tier,fragment.exact",
      "minutes,Minutes,The council,report,https://example.org/m,2025-08?,A. Quay;B. Crane,primary,no ship"
    ),
    (
      .events, "id,date,title,actors,topics,kind,state,key,sources,part_of",
      "opening,2025-08-15/2025-08-16,The harbour opens,council;envoy,truce,measure,happened,true,first-paper,first-meeting"
    ),
    (
      .claims,
      "id,text,kind,claimant,wording,date,sources,status.value,status.as_of,status.why,evidence.source,evidence.weight,quote.text,quote.translated_from",
      "ship,A ship came,fact,\"envoy;council\",translated,2025-08-17,first-paper,unconfirmed,2025-08-17,Nobody saw it.,first-paper,context,\"A ship,  they say.\",uk"
    ),
    (.positions, "id,actor,topic,stances.date,stances.summary", "council-truce,council,truce,2025-08-17,No truce."),
    (.questions, "id,text,answer,state,claims", "which,Which ship?,Nobody knows.,open,ceasefire-offer"),
    (.terms, "id,term,definition,source,aka", "quay,Quay,Where ships lie.,first-paper,wharf;pier"),
    (.corrections, "id,date,class,target,was,now,why", "first,2025-08-15,typo,index.md,teh,the,A reader saw it."),
  ]

  @Test(arguments: rows)
  func aWholeRowIsTakenInWhole(_ kind: FactKind, _ names: String, _ row: String) throws {
    let result = ImportFixture.read("\(names)\n\(row)\n", "\(kind.rawValue).csv")
    #expect(result.log.isEmpty, "\(result.log.diagnostics.map(\.message))")
    #expect(ImportFixture.trouble(in: result) == [])
    let file = try #require(result.files.first)
    let record = try #require(file.records.first)
    #expect(file.drafts == 0)
    let columns = Set(names.split(separator: ",").dropFirst().map { $0.prefix { $0 != "." } }.map(String.init))
    #expect(Set(record.fields.map(\.name)).subtracting(["entered"]) == columns, "\(file.text)")
    #expect(String(row.prefix { $0 != "," }) == record.key.id)
  }

  @Test func everyKindHasARow() {
    #expect(Set(Self.rows.map(\.0)) == Set(FactKind.allCases))
  }

  /// What a field needs is asked for kind by kind: without it, nothing is written that does not hold.
  @Test(arguments: rows)
  func anEmptyRowIsLeftOutOrADraft(_ kind: FactKind, _ names: String, _ row: String) {
    let name = names.split(separator: ",")[1]
    let result = ImportFixture.read("id,\(name)\none-one,\(row.split(separator: ",")[1])\n", "\(kind.rawValue).csv")
    #expect(ImportFixture.trouble(in: result) == [])
    let isWhole = kind == .topics || kind == .questions
    #expect(result.files.isEmpty != isWhole)
    #expect(result.log.isEmpty == isWhole)
  }

  /// The same table as different programs save it.
  @Test(arguments: [
    "id,term,definition\nquay,Quay,\"Here, there\"\npier,Pier,x\n",
    "\u{FEFF}id,term,definition\r\nquay,Quay,\"Here, there\"\r\npier,Pier,x\r\n",
    "id;term;definition\rquay;Quay;Here, there\rpier;Pier;x", "id\tterm\tdefinition\nquay\tQuay\tHere, there\npier\tPier\tx",
    "sep=;\r\nid;term;definition\r\nquay;Quay;\"Here, there\"\r\npier;Pier;x\r\n",
    "\"id\",\"term\",\"definition\"\n\"quay\",\"Quay\",\"Here, there\"\n\n\"pier\",\"Pier\",\"x\"\n,,\n",
    "ID, Term ,DEFINITION,\nquay,Quay,\"Here, there\",\npier,Pier,x,\n",
  ])
  func csvIsOneHoweverItIsSaved(_ text: String) throws {
    let result = ImportFixture.read(text, "terms.csv")
    #expect(result.log.isEmpty, "\(result.log.diagnostics.map(\.message))")
    let file = try #require(result.files.first)
    let first = try #require(file.text.firstRange(of: "\nquay:"))
    #expect(file.text[first.lowerBound...] == "\nquay:\n  term: Quay\n  definition: Here, there\n\npier:\n  term: Pier\n  definition: x\n")
  }

  @Test func quotationMarksAndLinesStayInTheirCells() throws {
    let result = ImportFixture.read(
      "id,text,kind,claimant,wording,date,sources,quote.text\nx1,A \"\"b,opinion,envoy,verbatim,2025,first-paper,\"He said \"\"no\"\",\r\n  twice.\"\n",
      "claims.csv")
    let record = try #require(result.files.first?.records.first)
    #expect(record.fields.first { $0.name == "text" }?.value == .text("A \"\"b"))
    #expect(record.fields.first { $0.name == "quote" }?.value == .record([ImportedField("text", "He said \"no\",\r\n  twice.")]))
  }
}

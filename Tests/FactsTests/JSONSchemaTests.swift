import Diagnostics
import EDTF
import Facts
import TestKit
import Testing

/// What schemas say; whether files hold to them is tried with a validator of its own in Tests/Editors.
@Suite struct JSONSchemaTests {
  private static func names() throws -> KnownNames {
    let fixture = try FactsFixture([
      (.actors, FactsFixture.actors + "draft: {name: A draft, kind: person, draft: true}\nbroken: {kind: person}\n"),
      (.sources, FactsFixture.sources),
    ])
    return KnownNames(
      fixture.facts, [.statuses: [.init("confirmed", "It is so."), .init("denied", "")], .pages: [.init("method.md", "")]])
  }

  private static func schema(_ kind: FactKind) throws -> JSONNode {
    try JSONReader.read(JSONSchema(try names()).file(of: kind).indented)
  }

  @Test func isMadeOfTheFields() throws {
    #expect(
      String(decoding: JSONSchema(try Self.names()).file(of: .terms).compact, as: UTF8.self)
        == ##"{"$schema":"http://json-schema.org/draft-07/schema#","title":"terms","description":"A word that readers may not know.","$comment":"Written by `brief schema` from the fields and the names at hand; write it anew when records come or go.","type":["object","null"],"propertyNames":{"pattern":"^[a-z][a-z0-9-]{1,47}$"},"additionalProperties":{"$ref":"#/definitions/term"},"definitions":{"markdown":{"description":"Inline CommonMark with links to facts and citations.","type":["string","number","boolean"],"pattern":"\\S","patternErrorMessage":"it is empty"},"source-id":{"type":"string","enum":["act","paper","wire","reprint"],"enumDescriptions":["An act (The Registry)","A paper (The Desk)","A wire (The Evening)","A reprint (The Morning)"]},"term":{"type":"object","properties":{"term":{"description":"The word.","$ref":"#/definitions/text"},"definition":{"description":"What it means, in one or two sentences.","$ref":"#/definitions/markdown"},"source":{"description":"Where the definition comes from.","$ref":"#/definitions/source-id"},"aka":{"description":"Other forms of the word.","type":"array","items":{"$ref":"#/definitions/text"}},"draft":{"description":"Whether the record is kept back from the site.","type":"boolean"},"accept":{"description":"Warnings that are let stand: a warning's code, and why.","type":"object","additionalProperties":{"$ref":"#/definitions/text"}}},"required":["term","definition"],"additionalProperties":false},"text":{"description":"A text.","type":["string","number","boolean"],"pattern":"\\S","patternErrorMessage":"it is empty"}}}"##
    )
  }

  /// Every field of every kind is in its schema, with its meaning and whether it is required.
  @Test(arguments: FactKind.allCases)
  func everyFieldIsThere(_ kind: FactKind) throws {
    let schema = try Self.schema(kind)
    let declaration = kind.declaration
    let record = schema["definitions"]?[declaration.name]
    #expect(record?["properties"]?.members?.map(\.name) == declaration.fields.map(\.name))
    #expect(record?["required"]?.list?.compactMap(\.text) == declaration.fields.filter(\.isRequired).map(\.name))
    for field in declaration.fields { #expect(record?["properties"]?[field.name]?["description"]?.text == field.meaning) }
  }

  /// Every part that is referred to is there, and every part that is there is referred to.
  @Test(arguments: FactKind.allCases)
  func nothingIsMissingOrIdle(_ kind: FactKind) throws {
    let schema = try Self.schema(kind)
    var used: Set<String> = []
    var pending = [schema]
    while let node = pending.popLast() {
      for member in node.members ?? [] {
        if member.name == "$ref", let text = member.value.text { used.insert(String(text.dropFirst("#/definitions/".count))) }
        pending.append(member.value)
      }
      pending += node.list ?? []
    }
    #expect(used == Set(schema["definitions"]?.members?.map(\.name) ?? []))
    #expect(schema.repeatedNames.isEmpty)
  }

  /// Two records of one name in one schema would be taken for one.
  @Test func recordsOfOneNameHaveTheSameFields() {
    var fields: [String: [String]] = [:]
    var pending = FactKind.allCases.map { FieldShape.record($0.declaration.name, $0.declaration.fields) }
    pending.append(.record("briefing", BriefingSettings.table.declarations))
    while let shape = pending.popLast() {
      switch shape {
      case .record(let name, let declarations):
        let names = declarations.map(\.name)
        #expect(fields[name] == nil || fields[name] == names, "\(name)")
        fields[name] = names
        pending += declarations.map(\.shape)
      case .list(let item), .mapping(let item): pending.append(item)
      case .either(let shapes): pending += shapes
      default: break
      }
    }
    #expect(fields.count > 20)
  }

  @Test func namesAreThoseAtHand() throws {
    let claims = try Self.schema(.claims)["definitions"]
    // Drafts and records that could not be read exist; a kind without records takes whatever can be an id.
    let actors = claims?["actor-id"]?["enum"]?.list?.compactMap(\.text)
    #expect(actors == ["envoy", "council", "harbour", "observer", "broken", "draft"])
    #expect(claims?["event-id"]?["enum"] == nil)
    #expect(claims?["event-id"]?["pattern"]?.text == "^[a-z][a-z0-9-]{1,47}$")
    #expect(claims?["status-id"]?["enum"]?.list?.compactMap(\.text) == ["confirmed", "denied"])
    let kinds = claims?["claim"]?["properties"]?["kind"]?["enum"]?.list?.compactMap(\.text)
    #expect(kinds == Claim.Kind.allCases.map(\.rawValue))
  }

  static let dates = [
    "2025", "2025-08", "2025-08-15", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30", "1964/2008", "2004-02-01/2005", "Y170000002", "Y-17E7", "1950S2", "Y3388E2S3", "2001-34", "1984?",
    "2004-06~", "2004-06-11%", "2004?-06-~11", "?2004-06-~11", "2011-23~", "-1985", "-0044-03-15", "201X", "20XX", "1XXX-XX",
    "1985-04-XX", "1985-XX-XX", "1XXX-12-XX", "../1985", "1985/..", "1985-04/", "/1985", "2004-06-~01/2004-06-~20",
    "[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "{1960,1961-12}", "{..1984}", "[1667,1760-12]",
  ]

  static let others = [
    "15 August 2025", "2025-8-15", "08/15/2025", "2025/08/15", "yesterday", "c. 1860", "", "2025-08-15 10:00", "1860s", "25",
    "[1667, 1668]",
  ]

  /// Every expression matches, and what is far from one does not.
  @Test func datesMatchThePattern() throws {
    let pattern = try #require(try Self.schema(.claims)["definitions"]?["date"]?["pattern"]?.text)
    let regex = try Regex(pattern)
    for date in Self.dates {
      #expect(throws: Never.self) { try EDTFParser.parse(date) }
      #expect(date.wholeMatch(of: regex) != nil, "\(date)")
    }
    for text in Self.others {
      #expect(throws: EDTFError.self) { try EDTFParser.parse(text) }
      #expect(text.wholeMatch(of: regex) == nil, "\(text)")
    }
  }
}

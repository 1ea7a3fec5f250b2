import Diagnostics
import EDTF
import Facts
import TestKit
import Testing
import YAML

/// The facts against what was published: what may change with a word about it, and what may not change without.
@Suite struct PastTests {
  /// What the checks against the past say of these facts, as "code: message", sorted; the labels of the first.
  private static func check(
    now: [(FactKind, String)], published editions: [(String, [(FactKind, String)])] = [("2025-09-05", EditionFixture.all)]
  ) throws -> [Diagnostic] {
    var log = DiagnosticLog()
    let files = now.enumerated().map { source($0.element.1, path: "Content/facts/\($0.element.0.rawValue).yml", id: $0.offset) }
    let facts = FactBase(zip(now, files).map { FactFile($0.0.0, $0.1) }, log: &log)
    let read = editions.enumerated().map {
      EditionFixture.read(EditionFixture.text($0.element.1, day: $0.element.0), name: $0.element.0, id: 50 + $0.offset)
    }
    for edition in read { #expect(edition.report == []) }
    let context = CheckContext(
      settings: try FactsFixture.settings(), today: nil, agreementVerbs: [], editions: read.compactMap(\.edition))
    FactCheck.check(facts, context, log: &log)
    return log.sorted.filter { $0.code.hasPrefix("past.") }
  }

  private static func now(_ old: String, _ new: String, correcting target: String? = nil) -> [(FactKind, String)] {
    let claim = EditionFixture.claim.replacing(old, with: new)
    let others: [(FactKind, String)] = [(.actors, FactsFixture.actors), (.sources, FactsFixture.sources), (.events, EditionFixture.event)]
    let corrections: [(FactKind, String)] =
      target.map { [(.corrections, "first: {date: 2025-09-08, class: major, target: \"\($0)\", was: One thing., now: Another.}\n")] } ?? []
    return others + [(.claims, claim)] + corrections
  }

  private typealias Texts = [(FactKind, String)]

  /// The codes alone.
  private static func codes(now: Texts, published: Texts? = nil, then later: Texts? = nil) throws -> [String] {
    var editions: [(String, Texts)] = [("2025-09-05", published ?? EditionFixture.all)]
    if let later { editions.append(("2025-09-06", later)) }
    return try check(now: now, published: editions).map(\.code)
  }

  /// Several lists as one.
  private static func join(_ texts: Texts...) -> Texts {
    texts.flatMap { $0 }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let old: String
    let new: String
    let code: String?
    /// Whether a correction aimed at the claim, or a new status entry, makes it open.
    var opens: (correction: Bool, entry: Bool) = (true, true)

    var testDescription: String { what }
  }

  private static let why = "- {value: unconfirmed, as_of: 2025-08-17, why: Only one side has spoken.}"

  static let cases: [Case] = [
    Case(what: "nothing", old: "", new: "", code: nil),
    Case(what: "the quotation", old: "We cease to fire.", new: "We ceased to fire.", code: "past.quote-changed"),
    Case(what: "its original", old: "Wir stellen das Feuer ein.", new: "Wir schiessen nicht.", code: "past.quote-changed"),
    Case(
      what: "no quotation any more",
      old: "  quote: {text: We cease to fire., original: Wir stellen das Feuer ein., translated_from: de}\n", new: "",
      code: "past.quote-changed"),
    Case(what: "the claimant", old: "claimant: envoy", new: "claimant: observer", code: "past.claimant-changed"),
    Case(what: "a second claimant", old: "claimant: envoy", new: "claimant: [envoy, observer]", code: "past.claimant-changed"),
    Case(
      what: "an unnamed claimant", old: "claimant: envoy", new: "claimant: {description: An aide, via: paper}",
      code: "past.claimant-changed"),
    Case(what: "the party", old: "attributed_to: [council]", new: "attributed_to: [harbour]", code: "past.attribution-changed"),
    Case(what: "no party any more", old: "  attributed_to: [council]\n", new: "", code: "past.attribution-changed"),
    Case(
      what: "a status word", old: "value: unconfirmed", new: "value: outdated", code: "past.status-edited", opens: (true, false)),
    Case(
      what: "a status date", old: "as_of: 2025-08-17", new: "as_of: 2025-08-18", code: "past.status-edited", opens: (true, false)),
    Case(
      what: "a status reason", old: "Only one side has spoken.", new: "Nobody has spoken.", code: "past.status-edited",
      opens: (true, false)),
    Case(what: "our own words", old: "The council offered a ceasefire.", new: "The council offered a truce.", code: nil),
    Case(what: "more of the record", old: "  wording: verbatim\n", new: "  wording: verbatim\n  venue: A square\n", code: nil),
    Case(what: "the layout of the quotation", old: "{text: We cease to fire.,", new: "{text: \"We cease to fire.\",", code: nil),
  ]

  @Test(arguments: cases)
  func aPublishedClaimIsNotSilentlyChanged(_ item: Case) throws {
    let change = { (text: String) in item.old.isEmpty ? text : text.replacing(item.old, with: item.new) }
    #expect(EditionFixture.claim != change(EditionFixture.claim) || item.code == nil, "the case changes something")
    let codes = try Self.check(now: Self.now(item.old.isEmpty ? "\u{0}" : item.old, item.new)).map(\.code)
    #expect(codes == [item.code].compactMap { $0 })

    let corrected = try Self.check(now: Self.now(item.old.isEmpty ? "\u{0}" : item.old, item.new, correcting: "claim:offer")).map(\.code)
    #expect(corrected == (item.opens.correction ? [] : codes))
    let another = try Self.check(now: Self.now(item.old.isEmpty ? "\u{0}" : item.old, item.new, correcting: "event:meeting")).map(\.code)
    #expect(another == codes, "a correction of another record opens nothing")

    let longer = change(EditionFixture.claim) + "    - {value: unconfirmed, as_of: 2025-09-07, why: Still nothing., sources: [act]}\n"
    let entered = try Self.check(now: Self.now(EditionFixture.claim, longer)).map(\.code)
    #expect(entered == (item.opens.entry ? [] : codes))
  }

  @Test func aStatusThatWasTakenOutIsMissed() throws {
    let two = EditionFixture.claim + "    - {value: outdated, as_of: 2025-09-01, why: It is over., sources: [act]}\n"
    let rest = EditionFixture.all.filter { $0.0 != .claims }
    let published = Self.join(rest, [(.claims, two)])
    let found = try Self.check(now: EditionFixture.all, published: [("2025-09-05", published)])
    #expect(found.map(\.message) == ["a status of `offer` was taken out: outdated"])
    // Before an entry is as bad as in its place.
    let before = two.replacing(Self.why, with: "- {value: disputed, as_of: 2025-08-01, why: Who knows.}\n    \(Self.why)")
    let inserted = Self.join(rest, [(.claims, before)])
    #expect(try Self.codes(now: inserted, published: published) == ["past.status-edited"])
  }

  @Test func bothTextsAreShown() throws {
    let found = try #require(try Self.check(now: Self.now("We cease to fire.", "We ceased to fire.")).first)
    #expect(found.primary?.text == "now")
    #expect(found.others.map(\.text) == ["published on 2025-09-05"])
    #expect(found.others.first?.span.file == FileID(50))
    #expect(found.primary?.span.file == FileID(3))
  }

  static let kinds: [(FactKind, String, String)] = [
    (.actors, "pilot: {name: The pilot, kind: person}\n", "actor:pilot"), (.topics, "berth: {label: Berths}\n", "topic:berth"),
    (.sources, "notice: {title: A notice, publisher: The Port, unlinked: seen, kind: report}\n", "source:notice"),
    (.events, "strike: {date: 2025-08-20, title: A strike, sources: [paper]}\n", "event:strike"),
    (
      .positions, "port-berth: {actor: harbour, topic: berth, stances: [{date: 2025-08-01, summary: All of them.}]}\n",
      "position:port-berth"
    ),
    (.questions, "who-knew: {text: Who knew?}\n", "question:who-knew"),
    (.terms, "roads: {term: Roads, definition: Where ships wait.}\n", "term:roads"),
    (.corrections, "old-error: {date: 2025-09-02, class: typo, target: index.md, was: teh, now: the}\n", "correction:old-error"),
  ]

  @Test(arguments: kinds)
  func whatWasPublishedDoesNotVanish(_ kind: FactKind, _ text: String, _ target: String) throws {
    let topic: Texts = kind == .positions ? [(.topics, "berth: {label: Berths}\n")] : []
    let rest = Self.join(EditionFixture.all, topic)
    let published = Self.join(rest, [(kind, text)])
    #expect(try Self.codes(now: published, published: published) == [])
    let gone = try Self.check(now: rest, published: [("2025-09-05", published)])
    #expect(gone.map(\.code) == ["past.id-gone"])
    #expect(gone.first?.message.hasSuffix(" was published and is gone") == true)
    #expect(gone.first?.primary?.span.file == FileID(50))
    let draft = Self.join(rest, [(kind, text.replacing("{", with: "{draft: true, ", maxReplacements: 1))])
    let withheld = try Self.check(now: draft, published: [("2025-09-05", published)])
    #expect(withheld.map(\.code) == ["past.id-gone"])
    #expect(withheld.first?.message.hasSuffix(" was published and is a draft now") == true)
    let told = "first: {date: 2025-09-08, class: void, target: \"\(target)\", was: It was told., now: It is not.}\n"
    let corrected = Self.join(rest, [(.corrections, told)])
    #expect(try Self.codes(now: corrected, published: published) == [])
  }

  @Test(arguments: ["offer: {text: 1}\n", "- a list\n"])
  func aRecordThatCannotBeReadIsNotGone(_ text: String) throws {
    let now = Self.join(EditionFixture.all.filter { $0.0 != .claims }, [(.claims, text)])
    #expect(try Self.codes(now: now) == [])
  }

  @Test func aNewNameIsNoticed() throws {
    let found = try #require(try Self.check(now: Self.now("offer:\n", "offers:\n")).first)
    #expect(found.code == "past.id-gone")
    #expect(found.help.first == "give `offers` its old id back, if it is the same claim")
    #expect(found.others.map(\.text) == ["perhaps renamed to this"])
  }

  static let reuses: [(FactKind, String, String, String)] = [
    (
      .events, "meeting: {date: 2025-08-15, title: The council meets, sources: [paper], order: 2, key: true}\n",
      "meeting: {date: 2025-08-19, title: A fire, sources: [paper]}\n", "meeting: {date: 2025-08, title: A fire, sources: [paper]}\n"
    ),
    (
      .terms, "roads: {term: Roads, definition: Where ships wait.}\n", "roads: {term: Streets, definition: Where carts go.}\n",
      "roads: {term: Roadstead, definition: Where ships wait.}\n"
    ),
    (
      .sources, "notice: {title: A notice, publisher: The Port, unlinked: seen, kind: report}\n",
      "notice: {title: A poem, publisher: The Poet, unlinked: heard, kind: song}\n",
      "notice: {title: The notice, publisher: Port, unlinked: seen, kind: report}\n"
    ),
    (
      .actors, "pilot: {name: The pilot, kind: person}\n", "pilot: {name: The Pilot, kind: media}\n",
      "pilot: {name: Ann Pilot, kind: person}\n"
    ),
  ]

  /// Another thing under an id is refused; the same thing, better known, is not; an id that was given up is not free.
  @Test(arguments: reuses)
  func anIDIsNotUsedForSomethingElse(_ kind: FactKind, _ text: String, _ other: String, _ better: String) throws {
    let rest = EditionFixture.all.filter { $0.0 != kind || kind == .actors || kind == .sources }
    let published = Self.join(rest, [(kind, text)])
    let reused = Self.join(rest, [(kind, other)])
    let mended = Self.join(rest, [(kind, better)])
    #expect(try Self.codes(now: reused, published: published) == ["past.id-reused"])
    #expect(try Self.codes(now: mended, published: published) == [])
    #expect(try Self.codes(now: reused, published: published, then: rest) == ["past.id-reused"])
    #expect(try Self.codes(now: mended, published: published, then: rest) == [])
  }

  @Test func aClaimThatIsQuiteAnotherIsSaidOnce() throws {
    let other = EditionFixture.claim.replacing("The council offered a ceasefire.", with: "It rains.").replacing(
      "claimant: envoy", with: "claimant: observer"
    )
    .replacing("  date: 2025-08-17", with: "  date: 2025-08-30").replacing("We cease to fire.", with: "It rains.")
    let codes = try Self.codes(now: Self.now(EditionFixture.claim, other))
    #expect(codes == ["past.id-reused"])
  }

  @Test(arguments: [("class: typo", "class: major"), ("was: teh", "was: tha"), ("now: the}", "now: The}"), ("2025-09-02", "2025-09-03")])
  func aCorrectionStays(_ old: String, _ new: String) throws {
    let text = "old-error: {date: 2025-09-02, class: typo, target: index.md, was: teh, now: the}\n"
    let published = Self.join(EditionFixture.all, [(.corrections, text)])
    let edited = text.replacing(old, with: new)
    #expect(edited != text)
    let now = Self.join(EditionFixture.all, [(.corrections, edited)])
    #expect(try Self.codes(now: now, published: published) == ["past.correction-edited"])
    let told = edited + "first: {date: 2025-09-08, class: minor, target: \"correction:old-error\", was: One., now: Another.}\n"
    let open = Self.join(EditionFixture.all, [(.corrections, told)])
    #expect(try Self.codes(now: open, published: published) == [])
  }

  /// Only what was there at the newest edition counts, and a correction that it knew opens nothing any more.
  @Test func aCorrectionOpensOneEdition() throws {
    let changed = Self.now("We cease to fire.", "We ceased to fire.", correcting: "claim:offer")
    let again = Self.now("We cease to fire.", "We fire.", correcting: "claim:offer")
    let same = try Self.check(now: changed, published: [("2025-09-05", EditionFixture.all), ("2025-09-08", changed)])
    #expect(same.isEmpty)
    let found = try Self.check(now: again, published: [("2025-09-05", EditionFixture.all), ("2025-09-08", changed)])
    #expect(found.map(\.code) == ["past.quote-changed"])
    #expect(found.first?.others.first?.text == "published on 2025-09-08")
  }

  @Test func withoutAnEditionThereIsNoPast() throws {
    #expect(try Self.check(now: Self.now("We cease to fire.", "We fire."), published: []).isEmpty)
  }
}

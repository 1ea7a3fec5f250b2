package import Diagnostics
import YAML

/// What somebody said: one affirmative sentence, one assertion, with the words, the answers and the evidence.
package struct Claim: Fact {
  package static let kind = FactKind.claims

  package enum Kind: String, Sendable, CaseIterable {
    case fact, concession, promise
    case position, forecast, opinion

    /// Whether it can be true or false, so that it bears a status.
    package var isRated: Bool {
      switch self {
      case .fact, .concession, .promise: true
      case .position, .forecast, .opinion: false
      }
    }
  }

  package enum Wording: String, Sendable, CaseIterable {
    case verbatim, translated, paraphrased, anonymous
  }

  package var head = FactHead()
  package var text = ""
  package var kind = Kind.fact
  package var claimant = Claimant.actors([])
  package var attributedTo: [Reference<Actor>] = []
  package var wording = Wording.verbatim
  package var quote: Quote?
  package var date = FactDate.none
  package var published: FactDate?
  package var venue: String?
  package var medium: String?
  package var event: Reference<Event>?
  package var about: [Reference<Event>] = []
  package var topics: [Reference<Topic>] = []
  package var sources: [Citation] = []
  package var evidence: [Evidence] = []
  package var responses: [Response] = []
  package var sightings: [Sighting] = []
  package var status: [StatusEntry] = []
  package var statusSpan: SourceSpan?
  package var confidence: Confidence?
  package var unknown: MarkdownText?
  package var wouldChange: MarkdownText?
  package var note: MarkdownText?
  package var relations: [Relation] = []
  package var reviewBy: FactDate?

  package init() {}

  package static let table = FieldTable<Claim>(
    "claim", "What somebody said: one affirmative sentence, one assertion.",
    [
      .required("text", .text, "The claim as one affirmative sentence with one assertion.") { $0.text = $1 },
      .required("kind", .choice, "What sort of claim it is; fact, concession and promise are rated.") { $0.kind = $1 },
      .required("claimant", .claimant, "Who says it.") { $0.claimant = $1 },
      .optional("attributed_to", .list(of: .reference(Actor.self)), "Who is said to have agreed or acted.") { $0.attributedTo = $1 },
      .required("wording", .choice, "How near the record is to the words that were spoken.") { $0.wording = $1 },
      .optional("quote", .record(Quote.table) { Quote() }, "The words.") { $0.quote = $1 },
      .required("date", .date, "When it was said.") { $0.date = $1 },
      .optional("published", .date, "When the public could first hear or read it, if another day.") { $0.published = $1 },
      .optional("venue", .text, "Where it was said: a programme, a press conference.") { $0.venue = $1 },
      .optional("medium", .text, "By which medium: television, a post, a document.") { $0.medium = $1 },
      .optional("event", .reference(Event.self), "The event at which it was said.") { $0.event = $1 },
      .optional("about", .list(of: .reference(Event.self)), "The events that it is about.") { $0.about = $1 },
      .optional("topics", .list(of: .reference(Topic.self)), "What it is about.") { $0.topics = $1 },
      .required("sources", .list(of: .citation), missing: .factWithoutSource, "What documents that it was said.") { $0.sources = $1 },
      .optional(
        "evidence", .list(of: .record(Evidence.table, place: { $0.span = $1.slice(0..<1) }) { Evidence() }),
        "What bears on whether it holds."
      ) { $0.evidence = $1 },
      .optional("responses", .list(of: .record(Response.table) { Response() }), "What the parties answered; silence counts.") {
        $0.responses = $1
      },
      .optional("sightings", .list(of: .record(Sighting.table) { Sighting() }), "Where else it was said.") { $0.sightings = $1 },
      .optional("status", .statusEntries, "Its statuses, oldest first; only ever added to.") {
        $0.status = $1.entries
        $0.statusSpan = $1.span
      },
      .optional("confidence", .levelOrConfidence, "How sure the status is.") { $0.confidence = $1 },
      .optional("unknown", .markdown, "What is not known.") { $0.unknown = $1 },
      .optional("would_change", .markdown, "What would change the status.") { $0.wouldChange = $1 },
      .optional("note", .markdown, "What else a reader should know.") { $0.note = $1 },
      .optional("relations", .list(of: .record(Relation.table) { Relation() }), "How it stands to other claims.") { $0.relations = $1 },
      .optional("review_by", .date, "When it is to be looked at again.") { $0.reviewBy = $1 },
      .entered,
    ] + Field.everywhere)
}

/// Who says it: actors, or somebody unnamed, known through a source.
package enum Claimant: Sendable {
  case actors([Reference<Actor>])
  case unnamed(Unnamed)

  package struct Unnamed: Sendable {
    package var description = ""
    package var via = Reference<Source>(id: "", span: SourceSpan(file: FileID(0), start: 0, end: 0))
    package var count: Int?

    package init() {}

    static let table = FieldTable<Unnamed>(
      "claimant", "Somebody unnamed, known through a source.",
      [
        .required("description", .text, "How the source describes them.") { $0.description = $1 },
        .required("via", .reference(Source.self), "The source that spoke to them.") { $0.via = $1 },
        .optional("count", .integer, "How many they are.") { $0.count = $1 },
      ])
  }

  package var actors: [Reference<Actor>] {
    if case .actors(let references) = self { references } else { [] }
  }
}

extension FieldType where Value == Claimant {
  static var claimant: FieldType<Claimant> {
    let actors = FieldType<[Reference<Actor>]>.listOrOne(of: .reference(Actor.self))
    let unnamed = FieldType<Claimant.Unnamed>.record(Claimant.Unnamed.table) { Claimant.Unnamed() }
    return FieldType(.either([actors.shape, unnamed.shape])) { node, reader in
      if node.mapping != nil { return unnamed.read(node, &reader).map(Claimant.unnamed) }
      return actors.read(node, &reader).map(Claimant.actors)
    }
  }
}

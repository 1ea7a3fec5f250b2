import EDTF
import Facts

/// `data/briefing.json`: every record with its ids, its dates in EDTF and their bounds. What the pages show comes from the same values.
///
/// Texts with Markdown are given as they were written. What a record does not have is left out.
struct DataJSON {
  /// Raised whenever a name or a meaning changes, not when members are added.
  static let schemaVersion = 1

  let site: Site

  func bytes() -> [UInt8] {
    let facts = site.facts
    var json = JSONWriter(capacity: 1024 * (facts.claims.count + facts.events.count + 16))
    json.object { json in
      json.key("schema_version")
      json.number(Self.schemaVersion)
      json.key("briefing")
      json.object { briefing(&$0) }
      list("actors", facts.actors, &json, actor)
      list("topics", facts.topics, &json, topic)
      list("sources", facts.sources, &json, source)
      list("events", site.timeline, &json, event)
      list("claims", site.claimsByDate, &json, claim)
      list("positions", facts.positions, &json, position)
      list("questions", site.questions, &json, question)
      list("terms", facts.terms, &json, term)
      list("corrections", facts.corrections, &json, correction)
    }
    json.end()
    return json.bytes
  }

  private func list<Record: Fact>(
    _ name: String, _ records: some Sequence<Record>, _ json: inout JSONWriter, _ body: (inout JSONWriter, Record) -> Void
  ) {
    json.key(name)
    json.array(records) { json, record in
      json.object { json in
        json.member("id", record.id)
        body(&json, record)
        date("entered", record.head.entered, &json)
      }
    }
  }

  // MARK: Records

  private func briefing(_ json: inout JSONWriter) {
    let settings = site.settings
    json.member("title", settings.title)
    json.member("question", settings.question)
    json.member("answer", settings.answer.text)
    json.member("confidence", settings.confidence, confidence)
    date("as_of", settings.asOf, &json)
    date("published", settings.published, &json)
    date("checked", settings.checked, &json)
    date("review_by", settings.reviewBy, &json)
    json.member("state", settings.state.rawValue)
    json.member("language", settings.language)
    json.member("base_url", settings.baseURL)
    json.member("publisher", settings.publisher, person)
    json.member("authors", settings.authors) { json, author in json.object { person(&$0, author) } }
    json.member("licence", settings.licence)
    json.member("data_licence", settings.dataLicence)
    json.member("statuses", settings.statuses) { json, status in
      let view = StatusView(status, site.words)
      json.object { json in
        json.member("id", status.id)
        json.member("label", view.label)
        json.member("meaning", view.meaning)
        json.member("glyph", status.glyph)
      }
    }
    json.member("points", settings.points) { json, point in
      json.object { json in
        json.member("section", point.section.rawValue)
        json.member("text", point.text.text)
        ids("claims", point.claims, &json)
        ids("events", point.events, &json)
        ids("questions", point.questions, &json)
      }
    }
    json.member("phases", settings.phases) { json, phase in
      json.object { json in
        json.member("title", phase.title)
        date("from", phase.from, &json)
        date("to", phase.to, &json)
      }
    }
  }

  private func actor(_ json: inout JSONWriter, _ actor: Actor) {
    json.member("name", actor.name)
    json.member("kind", actor.kind.rawValue)
    json.member("roles", actor.roles) { json, role in
      json.object { json in
        json.member("title", role.title)
        date("from", role.from, &json)
        date("to", role.to, &json)
      }
    }
    json.member("side", actor.side?.id)
    ids("members", actor.members, &json)
    texts("aka", actor.alsoKnownAs, &json)
    json.member("wikidata", actor.wikidata)
    json.member("note", actor.note?.text)
    json.member("page", SitePath.of(actor.key))
  }

  private func topic(_ json: inout JSONWriter, _ topic: Topic) {
    json.member("label", topic.label)
    json.member("description", topic.description?.text)
    json.member("order", topic.order)
    json.member("page", SitePath.of(topic.key))
  }

  private func source(_ json: inout JSONWriter, _ source: Source) {
    json.member("title", source.title)
    json.member("title_from", source.titleFrom.rawValue)
    json.member("publisher", source.publisher)
    date("date", source.date, &json)
    json.member("url", source.url?.text)
    json.member("document", source.document.map { "assets/\($0.text)" })
    json.member("unlinked", source.unlinked)
    json.member("kind", source.kind.rawValue)
    texts("author", source.authors, &json)
    json.member("container", source.container)
    json.member("language", source.language)
    date("accessed", source.accessed, &json)
    json.member("archive_url", source.archiveURL?.text)
    date("archive_date", source.archiveDate, &json)
    json.member("tier", source.tier?.rawValue)
    json.member("attribution", source.attribution?.rawValue)
    json.member("origin", source.origin)
    json.member("copy", if: source.isCopy)
    json.member("fragment", source.fragment) { json, fragment in
      json.member("exact", fragment.exact)
      json.member("prefix", fragment.prefix)
      json.member("suffix", fragment.suffix)
    }
    json.member("note", source.note?.text)
    json.member("page", SitePath.of(source.key))
  }

  private func event(_ json: inout JSONWriter, _ event: Event) {
    date("date", event.date, &json)
    json.member("title", event.title)
    json.member("summary", event.summary?.text)
    json.member("place", event.place)
    json.member("timezone", event.timezone)
    ids("actors", event.actors, &json)
    ids("topics", event.topics, &json)
    json.member("kind", event.kind.rawValue)
    json.member("state", event.state.rawValue)
    date("effective", event.effective, &json)
    date("published", event.published, &json)
    json.member("part_of", event.partOf?.id)
    json.member("key", if: event.isKey)
    json.member("figures", event.figures) { json, figure in
      json.object { json in
        json.member("label", figure.label)
        json.member("value", figure.value)
        json.member("by", figure.by?.id)
        date("as_of", figure.asOf, &json)
        json.member("source", figure.source.id)
      }
    }
    json.member("order", event.order == 0 ? nil : event.order)
    citations("sources", event.sources, &json)
    json.member("page", SitePath.of(event.key))
  }

  private func claim(_ json: inout JSONWriter, _ claim: Claim) {
    json.member("text", claim.text)
    json.member("kind", claim.kind.rawValue)
    claimant(claim.claimant, &json)
    ids("attributed_to", claim.attributedTo, &json)
    json.member("wording", claim.wording.rawValue)
    json.member("quote", claim.quote, quote)
    date("date", claim.date, &json)
    date("published", claim.published, &json)
    json.member("venue", claim.venue)
    json.member("medium", claim.medium)
    json.member("event", claim.event?.id)
    ids("about", claim.about, &json)
    ids("topics", claim.topics, &json)
    citations("sources", claim.sources, &json)
    json.member("evidence", claim.evidence) { json, evidence in
      json.object { json in
        json.member("source", evidence.source?.id)
        json.member("claim", evidence.claim?.id)
        json.member("event", evidence.event?.id)
        json.member("weight", evidence.weight.rawValue)
        json.member("strength", evidence.strength?.rawValue)
        json.member("locator", evidence.locator)
        json.member("note", evidence.note?.text)
      }
    }
    json.member("responses", claim.responses) { json, response in
      json.object { json in
        json.member("by", response.by.id)
        json.member("stance", response.stance.rawValue)
        date("date", response.date, &json)
        json.member("source", response.source?.id)
        json.member("quote", response.quote, quote)
        json.member("note", response.note?.text)
      }
    }
    json.member("sightings", claim.sightings) { json, sighting in
      json.object { json in
        date("date", sighting.date, &json)
        claimant(sighting.claimant, &json)
        json.member("source", sighting.source.id)
        json.member("note", sighting.note?.text)
      }
    }
    json.member("status", claim.status) { json, entry in
      json.object { json in
        json.member("value", entry.value.text)
        date("as_of", entry.asOf, &json)
        date("entered", entry.entered, &json)
        json.member("why", entry.why.text)
        citations("sources", entry.sources, &json)
      }
    }
    json.member("confidence", claim.confidence, confidence)
    json.member("unknown", claim.unknown?.text)
    json.member("would_change", claim.wouldChange?.text)
    json.member("note", claim.note?.text)
    json.member("relations", claim.relations) { json, relation in
      json.object { json in
        json.member("type", relation.type.rawValue)
        json.member("claim", relation.claim.id)
      }
    }
    date("review_by", claim.reviewBy, &json)
    json.member("page", SitePath.of(claim.key))
  }

  private func position(_ json: inout JSONWriter, _ position: Position) {
    json.member("actor", position.actor.id)
    json.member("topic", position.topic.id)
    json.member("stances", position.stances) { json, stance in
      json.object { json in
        date("date", stance.date, &json)
        json.member("summary", stance.summary.text)
        citations("sources", stance.sources, &json)
        ids("claims", stance.claims, &json)
        json.member("change", stance.change?.rawValue)
        json.member("compared_to", stance.comparedTo?.expression.text)
        json.member("change_note", stance.changeNote?.text)
      }
    }
    json.member("then", position.then?.expression.text)
    json.member("now", position.now?.expression.text)
    json.member("page", SitePath.of(position.key))
  }

  private func question(_ json: inout JSONWriter, _ question: Question) {
    json.member("text", question.text)
    json.member("answer", question.answer?.text)
    json.member("state", question.state.rawValue)
    ids("claims", question.claims, &json)
    ids("events", question.events, &json)
    json.member("page", SitePath.of(question.key))
  }

  private func term(_ json: inout JSONWriter, _ term: Term) {
    json.member("term", term.term)
    json.member("definition", term.definition.text)
    json.member("source", term.source?.id)
    texts("aka", term.alsoKnownAs, &json)
    json.member("page", SitePath.of(term.key))
  }

  private func correction(_ json: inout JSONWriter, _ correction: Correction) {
    date("date", correction.date, &json)
    json.member("class", correction.class.rawValue)
    json.member("target", correction.target.text)
    json.member("was", correction.was)
    json.member("now", correction.now)
    json.member("why", correction.why?.text)
    json.member("page", SitePath.of(correction.key))
  }

  // MARK: Parts

  private func date(_ name: String, _ date: FactDate?, _ json: inout JSONWriter) {
    json.member(name, date) { json, date in
      let bounds = date.expression.bounds
      json.member("edtf", date.expression.text)
      json.member("earliest", bounds.earliest?.text)
      json.member("latest", bounds.latest?.text)
    }
  }

  private func ids<Target>(_ name: String, _ references: [Reference<Target>], _ json: inout JSONWriter) {
    json.member(name, references) { $0.string($1.id) }
  }

  private func texts(_ name: String, _ texts: [String], _ json: inout JSONWriter) {
    json.member(name, texts) { $0.string($1) }
  }

  private func citations(_ name: String, _ citations: [Citation], _ json: inout JSONWriter) {
    json.member(name, citations) { json, citation in
      json.object { json in
        json.member("source", citation.source.id)
        json.member("locator", citation.locator)
        json.member("note", citation.note?.text)
      }
    }
  }

  private func claimant(_ claimant: Claimant, _ json: inout JSONWriter) {
    switch claimant {
    case .actors(let actors): ids("claimant", actors, &json)
    case .unnamed(let unnamed):
      json.member("unnamed_claimant", unnamed) { json, unnamed in
        json.member("description", unnamed.description)
        json.member("via", unnamed.via.id)
        json.member("count", unnamed.count)
      }
    }
  }

  private func quote(_ json: inout JSONWriter, _ quote: Quote) {
    json.member("text", quote.text.text)
    json.member("language", quote.language)
    json.member("translated_from", quote.translatedFrom)
    json.member("translator", quote.translator)
    json.member("original", quote.original)
    json.member("elided", if: quote.isElided)
    json.member("variants", quote.variants) { json, variant in
      json.object { json in
        json.member("text", variant.text)
        json.member("source", variant.source.id)
      }
    }
  }

  private func confidence(_ json: inout JSONWriter, _ confidence: Confidence) {
    json.member("level", confidence.level.rawValue)
    json.member("why", confidence.why.isEmpty ? nil : confidence.why)
  }

  private func person(_ json: inout JSONWriter, _ person: BriefingSettings.Person) {
    json.member("name", person.name)
    json.member("url", person.url)
  }
}

import Facts

extension FactBase {
  /// All texts with Markdown, of all records, in their order, each with its record.
  var markdown: [(owner: FactKey?, text: MarkdownText)] {
    var texts: [(owner: FactKey?, text: MarkdownText)] = []
    func add(_ key: FactKey, _ fields: [MarkdownText?]) {
      for case let field? in fields { texts.append((key, field)) }
    }
    for actor in actors { add(actor.key, [actor.note]) }
    for topic in topics { add(topic.key, [topic.description]) }
    for source in sources { add(source.key, [source.note]) }
    for event in events { add(event.key, [event.summary] + event.sources.map(\.note)) }
    for claim in claims {
      add(claim.key, [claim.unknown, claim.wouldChange, claim.note] + claim.sources.map(\.note))
      add(claim.key, claim.evidence.map(\.note) + claim.responses.map(\.note) + claim.sightings.map(\.note))
      for entry in claim.status { add(claim.key, [entry.why] + entry.sources.map(\.note)) }
    }
    for position in positions {
      for stance in position.stances { add(position.key, [stance.summary, stance.changeNote] + stance.sources.map(\.note)) }
    }
    for question in questions { add(question.key, [question.answer]) }
    for term in terms { add(term.key, [term.definition]) }
    for correction in corrections { add(correction.key, [correction.why]) }
    return texts
  }
}

extension BriefingSettings {
  /// All texts with Markdown.
  var markdown: [MarkdownText] {
    [answer] + points.map(\.text)
  }
}

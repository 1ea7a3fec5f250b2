import EDTF
import Facts

/// The pages that records have of their own.
extension PageBuilder {
  func claim(_ claim: Claim) -> ClaimView {
    var writer = writer(.numbered)
    let row = writer.row(of: claim)
    let text = intro(&writer)
    let detail = ClaimDetail(claim, &writer)
    let citation = PageCitation(prepared.imprint, id: claim.id, title: claim.text, path: entry.path)
    return ClaimView(
      page: frame(claim.text, description: words("claim.description", ["claim": claim.text]), intro: text, keepsTitle: true, &writer),
      claim: row,
      detail: detail, cite: citation.line, bibtex: citation.bibtex, csl: citation.csl,
      embed: site.embed(of: claim))
  }

  func event(_ event: Event) -> EventView {
    var writer = writer(.numbered)
    let place = site.timelinePlace[event.id] ?? 0
    let entryView = EventEntry(at: place, &writer)
    let text = intro(&writer)
    return EventView(
      page: frame(
        event.title, description: words("event.description", ["event": event.title, "date": entryView.line.date.phrase.text]), intro: text,
        keepsTitle: true, &writer),
      event: entryView, onTimeline: viewpoint.href("\(Paging.path(SitePath.timeline, part: site.timelinePart(of: event)))#\(event.id)"),
      questions: writer.links(to: .questions, site.back.questionsOn[event.key]),
      previous: place > 0 ? writer.link(to: site.timeline[place - 1].key) : nil,
      next: place + 1 < site.timeline.count ? writer.link(to: site.timeline[place + 1].key) : nil)
  }

  func actor(_ actor: Actor, _ part: Int) -> ActorView {
    var writer = writer(.named)
    let first = SitePath.of(actor.key)
    // Later pages go on with the lists and repeat nothing.
    let isFirst = part == 1
    let note = isFirst ? writer.inline(actor.note) : nil
    let text = intro(first, part, &writer)
    let roles = (isFirst ? actor.roles : []).map { role -> ActorView.RoleView in
      let from = role.from.map { site.dates.phrase($0.expression).text }
      let to = role.to.map { site.dates.phrase($0.expression).text }
      let dates: String? =
        switch (from, to) {
        case (let from?, let to?): words("date.from-to", ["from": from, "to": to])
        case (let from?, nil): words("date.since", ["date": from])
        case (nil, let to?): words("date.until", ["date": to])
        case (nil, nil): nil
        }
      return ActorView.RoleView(title: words.set(role.title), dates: dates)
    }
    let back = site.back
    let lists = Paging.part(
      part,
      of: [
        site.places(ofClaims: back.claimsBy[actor.id]), site.places(ofClaims: back.claimsOf[actor.id]),
        (back.responsesBy[actor.id] ?? []).compactMap { site.claimPlace[$0] }, site.places(ofEvents: back.eventsWith[actor.id]),
      ])
    let positions = isFirst ? (back.positionsOf[actor.id] ?? []).compactMap { facts.positions[$0] } : []
    let groups = site.positionGroups(positions, &writer)
    return ActorView(
      page: frame(
        title(actor.name, part), description: words("actor.description", ["actor": actor.name]), intro: text, keepsTitle: true, &writer),
      kind: words("actor.kind.\(actor.kind.rawValue)"), roles: roles,
      alsoKnownAs: !isFirst || actor.alsoKnownAs.isEmpty ? nil : words.set(words.list(actor.alsoKnownAs)), note: note,
      side: isFirst ? actor.side.map { writer.link(to: $0.key) } : nil,
      speakers: writer.links(to: .actors, isFirst ? back.speakersFor[actor.id] : nil),
      members: writer.links(to: isFirst ? actor.members : []),
      wikidata: isFirst ? actor.wikidata.map { "https://www.wikidata.org/wiki/\($0)" } : nil,
      claimsBy: prepared.claimLines(lists[0], site, viewpoint), claimsOf: prepared.claimLines(lists[1], site, viewpoint),
      responses: lists[2].map { writer.link(to: site.claimsByDate[$0].key) },
      events: prepared.eventLines(lists[3], site, viewpoint), positions: groups,
      paging: paging(part, back.entries(ofActor: actor.id), first))
  }

  func topic(_ topic: Topic, _ part: Int) -> TopicView {
    var writer = writer(.named)
    let first = SitePath.of(topic.key)
    let isFirst = part == 1
    let description = isFirst ? writer.inline(topic.description) : nil
    let text = intro(first, part, &writer)
    let back = site.back
    let lists = Paging.part(part, of: [site.places(ofClaims: back.claimsOn[topic.id]), site.places(ofEvents: back.eventsOn[topic.id])])
    let positions = isFirst ? (back.positionsOn[topic.id] ?? []).compactMap { facts.positions[$0] } : []
    let groups = site.positionGroups(positions, &writer)
    return TopicView(
      page: frame(
        title(topic.label, part), description: words("topic.description", ["topic": topic.label]), intro: text, keepsTitle: true, &writer),
      description: description, claims: prepared.claimLines(lists[0], site, viewpoint),
      events: prepared.eventLines(lists[1], site, viewpoint), positions: groups,
      paging: paging(part, back.entries(ofTopic: topic.id), first))
  }
}

import EDTF
import Facts

// Claims, what documents them, and fact-checks.
extension JSONLD {
  /// A claim with what documents that it was made. What bears on whether it holds is not said in schema.org's words, which have none for it.
  func claim(_ claim: Claim, _ json: inout JSONWriter) {
    json.member("@type", "Claim")
    json.member("@id", id(claim.key))
    json.member("url", href(SitePath.of(claim.key)))
    json.member("text", claim.text)
    json.member("datePublished", said(claim))
    authors(of: claim, &json)
    var seen: Set<String> = []
    let documents = (claim.sources.map(\.source.id) + claim.sightings.map(\.source.id)).filter { seen.insert($0).inserted }
    json.member("appearance", documents.compactMap { site.facts.sources[$0] }) { json, source in json.object { self.source(source, &$0) } }
    about(claim.topics, claim.attributedTo, &json)
  }

  /// The day on which the public could first hear or read it, if it is exact.
  func said(_ claim: Claim) -> String? {
    (claim.published ?? claim.date).expression.exactHTML
  }

  /// Those who make it; people who are not named cannot be referred to.
  func authors(of claim: Claim, _ json: inout JSONWriter) {
    json.member("author", claim.claimant.actors.compactMap { site.facts.actors[$0] }) { json, actor in
      json.object { mention(actor, &$0) }
    }
  }

  /// The topics and actors that something is about.
  func about(_ topics: [Reference<Topic>], _ actors: [Reference<Actor>], _ json: inout JSONWriter) {
    let things: [(topic: Topic?, actor: Actor?)] =
      topics.compactMap { site.facts.topics[$0] }.map { ($0, nil) } + actors.compactMap { site.facts.actors[$0] }.map { (nil, $0) }
    json.member("about", things) { json, thing in
      json.object { json in
        if let actor = thing.actor { mention(actor, &json) }
        if let topic = thing.topic {
          json.member("@type", "Thing")
          json.member("name", topic.label)
          json.member("url", href(SitePath.of(topic.key)))
        }
      }
    }
  }

  /// A fact-check, as ClaimReview has it: the word of the status and what it means, never a number, since statuses are no scale.
  func review(_ claim: Claim, _ json: inout JSONWriter) {
    let settings = site.settings
    let status = site.status(of: claim)
    json.member("@type", "ClaimReview")
    json.member("@id", href("\(SitePath.of(claim.key))#review"))
    json.member("url", href(SitePath.of(claim.key)))
    json.member("claimReviewed", claim.reviewedText)
    json.member("inLanguage", settings.language)
    json.member("datePublished", days.first(of: claim.key)?.text)
    json.member("dateModified", days.last(of: claim.key)?.text)
    if let publisher = settings.publisher {
      json.key("author")
      json.object { person(publisher, "Organization", &$0) }
    } else {
      json.member("author", settings.authors) { json, author in json.object { person(author, "Person", &$0) } }
    }
    json.key("reviewRating")
    json.object { json in
      json.member("@type", "Rating")
      json.member("name", status.label)
      json.member("alternateName", status.label)
      json.member("ratingExplanation", claim.status.last.map { site.plainText($0.why) })
    }
    json.key("itemReviewed")
    json.object { self.claim(claim, &$0) }
  }

  // MARK: Sources

  /// The sources that a page cites.
  func citations(_ ids: [String], _ json: inout JSONWriter) {
    json.member("citation", ids.compactMap { site.facts.sources[$0] }) { json, source in json.object { self.source(source, &$0) } }
  }

  /// Where a source can be opened.
  func address(of source: Source) -> String? {
    source.url?.text ?? source.document.map { href("assets/\($0.text)") }
  }

  func source(_ source: Source, _ json: inout JSONWriter) {
    json.member("@type", Self.type(of: source.kind))
    json.member("name", source.title)
    json.member("url", address(of: source))
    json.member("datePublished", source.date?.expression.exactHTML)
    json.key("publisher")
    json.object { json in
      json.member("@type", "Organization")
      json.member("name", source.publisher)
    }
    json.member("archivedAt", source.archiveURL?.text)
  }

  /// The kinds of CSL in schema.org's words; a `CreativeWork` where there is no nearer one.
  static func type(of kind: Source.Kind) -> String {
    switch kind {
    case .articleNewspaper: "NewsArticle"
    case .article, .articleMagazine: "Article"
    case .articleJournal, .paperConference: "ScholarlyArticle"
    case .bill, .legislation, .regulation, .treaty: "Legislation"
    case .book: "Book"
    case .chapter: "Chapter"
    case .dataset: "Dataset"
    case .map: "Map"
    case .motionPicture: "Movie"
    case .periodical: "Periodical"
    case .post: "SocialMediaPosting"
    case .postWeblog: "BlogPosting"
    case .report: "Report"
    case .review, .reviewBook: "Review"
    case .thesis: "Thesis"
    case .webpage: "WebPage"
    default: "CreativeWork"
    }
  }
}

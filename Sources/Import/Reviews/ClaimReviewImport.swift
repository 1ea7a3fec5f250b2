package import Diagnostics
import Facts

/// ClaimReview (schema.org) in a saved page: the review is a source, who is said to have made the claim an actor, and what was reviewed a claim.
///
/// A rating is not a status: which one a claim bears here is the editor's to say, so that claims come as drafts, the rating beside them.
enum ClaimReviewImport {
  static func read(_ desk: inout ImportDesk) {
    let finder = ScriptFinder(desk.file)
    let first = desk.file.bytes.first { !($0 <= 0x20 || $0 >= 0x80) }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    let nodes = isJSON ? [desk.json()] : finder.scripts.map { desk.json(range: $0) }
    let reviews = nodes.compactMap { $0 }.flatMap { $0.objects(ofType: "ClaimReview") }
    guard !reviews.isEmpty else {
      if !nodes.contains(where: { $0 == nil }) {
        desk.refuse(
          "there is no ClaimReview in this page", help: ["save the page as the site sends it: some programs leave the scripts out"])
      }
      return
    }
    let title = finder.title.map { LocatedText(text: HTMLText(desk.file.text($0)).text, span: desk.file.span($0)) }
    for review in reviews { add(review, pageTitle: title, to: &desk) }
  }

  private static func add(_ review: JSONNode, pageTitle: LocatedText?, to desk: inout ImportDesk) {
    let source = addSource(review, pageTitle: pageTitle, to: &desk)
    let item = review["itemReviewed"]?.firstObject ?? review
    let text = review["claimReviewed"]?.located
    var draft = RecordDraft(.claims, at: text?.span ?? review.span.slice(0..<1))
    draft.idCandidates = [text.map { PlainText(HTMLText($0.text).text).text } ?? ""]
    if let text { draft.setText("text", text.text, at: text.span) }
    draft.set("kind", "fact", at: draft.span)
    // By schema.org it is a short summary of the claim.
    draft.set("wording", "paraphrased", at: draft.span)
    if let date = item["datePublished"]?.located { draft.setDay("date", date) }
    let appearances = ["appearance", "firstAppearance"].flatMap { item[$0]?.asList ?? [] }
    for address in appearances.compactMap({ $0["url"]?.located ?? $0["@id"]?.located ?? $0.located }) where WebAddress.isValid(address.text)
    {
      if !draft.addresses.contains(address.text) { draft.addresses.append(address.text) }
    }
    let rating = rating(review["reviewRating"]?.firstObject)
    if let source {
      let words = rating.map { "Rated “\(PlainText(HTMLText($0.text).text).text)” there." } ?? ""
      let note = words.isEmpty ? [] : [ImportedField("note", MarkdownEscape.escaped(words))]
      let evidence = [ImportedField("source", source), ImportedField("weight", "context")] + note
      draft.set("evidence", .list([.record(evidence)]), at: draft.span)
    }
    // Who said it is taken in only with what was said.
    if text != nil, draft.has("date") { setClaimants(item["author"]?.asList ?? [], in: &draft, &desk) }
    let place = rating?.span ?? draft.span
    draft.ask(
      .importNoStatus,
      "how does \(draft.name) stand? The review says \(rating.map { "`\($0.text)`" } ?? "nothing"), which is no status here", at: place,
      label: "the reviewer's word",
      help: [
        "look at what the review rests on, add it as `evidence`, and write a `status` with `why`",
        "if it is a promise or an opinion, change `kind`",
      ])
    desk.add(draft)
  }

  /// The review itself.
  private static func addSource(_ review: JSONNode, pageTitle: LocatedText?, to desk: inout ImportDesk) -> String? {
    let url = review["url"]?.located ?? review["mainEntityOfPage"].flatMap { $0["@id"]?.located ?? $0.located }
    if let url, let known = desk.source(at: url.text) { return known }
    var draft = RecordDraft(.sources, at: url?.span ?? review.span.slice(0..<1))
    var fields = SourceFields()
    fields.kind = .review
    fields.title = review["headline"]?.located ?? review["name"]?.located ?? pageTitle
    fields.url = url
    let author = review["author"]?.firstObject
    fields.publisher = author?["name"]?.located ?? review["publisher"]?.firstObject?["name"]?.located
    fields.language = review["inLanguage"]?.located
    draft.idCandidates = [[fields.publisher?.text, fields.title?.text].compactMap { $0 }.joined(separator: " ")]
    if let date = review["datePublished"]?.located { draft.setDate("date", fromWords: date, at: date.span) }
    fields.fill(&draft)
    return desk.addSource(draft)
  }

  /// The rating's word, else its number.
  private static func rating(_ node: JSONNode?) -> LocatedText? {
    guard let node else { return nil }
    if let word = node["alternateName"]?.located ?? node["name"]?.located { return word }
    guard let value = node["ratingValue"]?.located else { return nil }
    let scale = [node["worstRating"], node["bestRating"]].compactMap { $0?.located?.text }
    return LocatedText(text: value.text + (scale.count == 2 ? " on a scale from \(scale[0]) to \(scale[1])" : ""), span: value.span)
  }

  private static func setClaimants(_ authors: [JSONNode], in draft: inout RecordDraft, _ desk: inout ImportDesk) {
    var ids: [ImportedValue] = []
    for author in authors {
      guard let name = author["name"]?.located ?? author.located else { continue }
      let words = PlainText(HTMLText(name.text).text).text
      let kind = kinds[author.types.first ?? ""]
      let id = desk.named(.actors, words, at: name.span) { actor in
        actor.setText("name", name.text, at: name.span)
        if let kind { actor.set("kind", kind, at: name.span) }
      }
      if let id { ids.append(.text(id)) }
    }
    if let first = ids.first { draft.set("claimant", ids.count == 1 ? first : .list(ids), at: authors.first?.span ?? draft.span) }
  }

  private static let kinds: [String: String] = [
    "Person": "person", "Organization": "organisation", "NGO": "organisation", "GovernmentOrganization": "organisation",
    "PoliticalParty": "organisation", "EducationalOrganization": "organisation", "NewsMediaOrganization": "media", "Corporation": "company",
  ]
}

extension RecordDraft {
  /// Sets a day from a date that may have a time behind it; of any other, the check of fields says what is wrong.
  fileprivate mutating func setDay(_ name: String, _ date: LocatedText) {
    let day = date.text.prefix(10)
    let isStamp =
      date.text.utf8.count > 10 && "T ".contains(date.text.dropFirst(10).first ?? "x") && day.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    set(name, isStamp ? String(day) : PlainText(date.text).text, at: date.span)
  }
}

extension JSONNode {
  /// The items of a list; anything else stands for a list of itself.
  fileprivate var asList: [JSONNode] {
    list ?? (isBlank ? [] : [self])
  }

  /// An object, or the first of a list.
  fileprivate var firstObject: JSONNode? {
    asList.first { $0.members != nil }
  }

  /// The last names of its types: `ClaimReview` of `https://schema.org/ClaimReview`.
  fileprivate var types: [String] {
    (self["@type"]?.asList ?? []).compactMap { $0.text?.split(separator: "/").last.map(String.init) }
  }

  /// All objects of a type, here and below, in the order of the text. Nothing recurses.
  fileprivate func objects(ofType type: String) -> [JSONNode] {
    var found: [JSONNode] = []
    var pending = [self]
    while let node = pending.popLast() {
      switch node.value {
      case .list(let nodes): pending += nodes
      case .object(let members):
        if node.types.contains(type) { found.append(node) } else { pending += members.map(\.value) }
      default: break
      }
    }
    return found.sorted { $0.span < $1.span }
  }
}

extension DiagnosticKind {
  package static let importNoStatus = DiagnosticKind(
    "import.no-status", .warning,
    meaning:
      "A reviewer's rating is a judgement by the reviewer's own scale. Which status a claim bears here follows from the evidence listed, and is the editor's to say.",
    wrong: .init("import/claimreview.json", example(reviewed: true)), right: .init("import/claimreview.json", example(reviewed: false)))

  private static func example(reviewed: Bool) -> String {
    """
    [{"@type": "ClaimReview", "url": "https://example.org/check", "name": "Is the harbour open?", "datePublished": "2025-08-18",
      "author": {"@type": "Organization", "name": "The Desk"}, "claimReviewed": "\(reviewed ? "The harbour is open." : "")",
      "itemReviewed": {"@type": "Claim", "datePublished": "2025-08-17", "author": {"@type": "Person", "name": "The envoy"}},
      "reviewRating": {"@type": "Rating", "alternateName": "False"}}]

    """
  }
}

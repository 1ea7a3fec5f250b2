import Facts

/// What other sites can show in a frame: each claim, and the timeline. Only a site that has an address can be shown elsewhere, so that without
/// `base_url` there is none of it.
extension Site {
  /// The site's address with the slash at its end; nil where it has none.
  var base: String? {
    address?.base
  }

  func embed(of claim: Claim) -> EmbedOffer? {
    base.map { base in
      EmbedOffer(
        title: claim.text, address: base + SitePath.embed(of: claim), description: base + SitePath.oEmbed(of: claim),
        height: embedHeight(of: claim))
    }
  }

  /// Nil where there are no events.
  var timelineEmbed: EmbedOffer? {
    guard let base, !facts.events.isEmpty else { return nil }
    return EmbedOffer(
      title: timelineEmbedTitle, address: base + SitePath.timelineEmbed, description: base + SitePath.timelineOEmbed, height: 600)
  }

  var timelineEmbedTitle: String {
    words("page.document-title", ["page": words("timeline.title"), "site": settings.title])
  }

  /// The events of the timeline's frame: the turning points, or all where none is marked; of very many the latest.
  var embeddedEvents: [Event] {
    let key = timeline.filter(\.isKey)
    return (key.isEmpty ? timeline : key).suffix(60)
  }

  /// How high a claim's frame should be, counted from the length of its texts: near enough, and never from a measurement.
  private func embedHeight(of claim: Claim) -> Int {
    func lines(_ text: String?, _ width: Int) -> Int { text.map { ($0.unicodeScalars.count + width - 1) / width } ?? 0 }
    let why = claim.status.last.map { plainText($0.why) } ?? status(of: claim).meaning
    let quote = claim.quote.map { 45 + 23 * (lines($0.text.text, 60) + lines($0.original, 60)) } ?? 0
    let names = 45 * max(claim.claimant.actors.count, 1) + 27 * max(claim.attributedTo.count, 1)
    let height = 260 + names + 26 * lines(claim.text, 46) + 23 * lines(why, 66) + quote
    return min((height + 19) / 20 * 20, 900)
  }
}

extension SitePath {
  static let timelineEmbed = "embed/timeline.html"
  static let timelineOEmbed = "oembed/timeline.json"

  /// The page that shows a claim in another site's frame.
  static func embed(of claim: Claim) -> String {
    "embed/claims/\(claim.id).html"
  }

  /// What oEmbed says of that frame.
  static func oEmbed(of claim: Claim) -> String {
    "oembed/claims/\(claim.id).json"
  }
}

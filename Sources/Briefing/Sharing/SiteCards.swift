import Cards
import Facts

/// The images that go with links to a site's pages where these are shared: one for the briefing, and one for each claim.
///
/// They are drawn only where an address of the site is known, since a link to an image must be whole. The path of an image changes with what
/// stands on it, so that it is drawn once, and nobody shows an old one from memory.
struct SiteCards: Sendable {
  /// An image, drawn or the author's own.
  struct Image: Sendable {
    let path: String
    /// In words, for who does not see it.
    let text: String
    /// Nil where the image is the author's own.
    let card: Card?
  }

  /// A card that cannot be drawn: of a claim or, where that is nil, of the briefing.
  struct Gap: Sendable {
    let claim: Claim?
    let character: Character
  }

  let fonts: CardFonts?
  /// For every page that has none of its own.
  let general: Image?
  let claims: [String: Image]
  /// What was left out; those pages have the general image.
  let gaps: [Gap]

  /// No images at all.
  static let none = SiteCards(fonts: nil, general: nil, claims: [:], gaps: [])

  private init(fonts: CardFonts?, general: Image?, claims: [String: Image], gaps: [Gap]) {
    self.fonts = fonts
    self.general = general
    self.claims = claims
    self.gaps = gaps
  }

  /// - Parameters:
  ///   - fonts: Nil where cards are not to be drawn.
  ///   - earlier: Of the same site before, from which images are taken over whose cards say the same.
  init(_ site: CardSubject, fonts: CardFonts?, after earlier: SiteCards? = nil) {
    self.fonts = fonts
    let known = earlier.flatMap { $0.fonts?.digest == fonts?.digest ? $0 : nil }
    let words = site.words
    let settings = site.settings
    let text = words("card.text-briefing", ["site": words.set(settings.title), "question": words.set(settings.question)])
    let own = settings.cardImage.map { Image(path: $0.text, text: text, card: nil) }
    guard settings.baseURL != nil, let fonts else {
      general = settings.baseURL == nil ? nil : own
      claims = [:]
      gaps = []
      return
    }
    var gaps: [Gap] = []
    func image(_ name: String, _ card: Card, _ text: String, of claim: Claim?, _ known: Image?) -> Image? {
      if let known, known.card == card, known.text == text { return known }
      if let character = card.missing(from: fonts) {
        gaps.append(Gap(claim: claim, character: character))
        return nil
      }
      return Image(path: "cards/\(name)-\(card.digest(in: fonts)).png", text: text, card: card)
    }
    general = own ?? image("briefing", site.card, text, of: nil, known?.general)
    var claims: [String: Image] = [:]
    for claim in site.facts.claims {
      let card = site.card(of: claim)
      let text = words("card.text-claim", ["claim": words.set(claim.text), "status": card.mark?.label ?? ""])
      claims[claim.id] = image("claim-\(claim.id)", card, text, of: claim, known?.claims[claim.id])
    }
    self.claims = claims
    self.gaps = gaps
  }

  /// The image of a page.
  func image(of content: SiteMap.Content) -> Image? {
    switch content {
    case .notFound: nil
    case .claim(let id): claims[id] ?? general
    default: general
    }
  }

  /// The images that are drawn, in the order of their paths.
  var drawn: [(path: String, card: Card)] {
    (claims.values + [general].compactMap { $0 }).compactMap { image in image.card.map { (image.path, $0) } }.sorted { $0.path < $1.path }
  }
}

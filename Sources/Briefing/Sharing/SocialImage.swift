import Cards
import Facts
import Templates

/// A picture that stands for a page where the page is linked to.
package struct SocialImage: Sendable {
  let url: String
  let text: String
  /// In pixels; nil of a picture of the briefing's own.
  let size: (width: Int, height: Int)?

  package static let table = ViewTable<SocialImage>(
    "social-image", "A picture that stands for a page where the page is linked to.",
    [
      .url("url", "Its address.") { $0.url },
      .optionalText("width", "How many pixels wide it is; absent where the picture is the briefing's own.") {
        $0.size.map { String($0.width) }
      },
      .optionalText("height", "How many pixels high it is; absent where the picture is the briefing's own.") {
        $0.size.map { String($0.height) }
      },
      .text("alt", "What is to be seen, in words.") { $0.text },
    ])

  /// Nil where the page has none.
  init?(_ content: SiteMap.Content, _ site: Site, _ address: SiteAddress) {
    guard let image = site.cards.image(of: content) else { return nil }
    url = address(image.path)
    text = image.text
    size = image.card == nil ? nil : (Card.width, Card.height)
  }
}

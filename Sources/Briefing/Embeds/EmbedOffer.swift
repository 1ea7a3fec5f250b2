import Templates

/// What another site needs to show something of this one in a frame: the frame's address, the code to copy, and where oEmbed tells it.
package struct EmbedOffer: Sendable {
  /// What the frame shows: its title, for those who hear the other site's page.
  let title: String
  /// Where the frame's page and its description by oEmbed stand, as whole addresses.
  let address: String
  let description: String
  /// In CSS pixels, at the width for which it is counted.
  let height: Int

  /// In CSS pixels: the widest that a frame grows, and the width that oEmbed names.
  static let width = 600

  package static let table = ViewTable<EmbedOffer>(
    "embed", "How another site can show this in a frame.",
    [
      .text("code", "The code to copy: an `iframe` element.") { $0.code(width: "100%") },
      .url("oembed", "Where the same is told to programs (oEmbed).") { $0.description },
      .text("title", "What the frame shows.") { $0.title },
    ])

  /// The element that shows the frame. A frame that is too low for what it shows scrolls.
  ///
  /// - Parameter width: As the attribute takes it: a number of pixels or, as browsers do, a percentage.
  func code(width: String) -> String {
    "<iframe src=\"\(Self.escaped(address))\" title=\"\(Self.escaped(title))\" width=\"\(width)\" height=\"\(height)\" loading=\"lazy\" "
      + "style=\"border:0;max-width:\(Self.width)px\"></iframe>"
  }

  /// A text as the value of an attribute, on one line.
  private static func escaped(_ text: String) -> String {
    Escaping.escaped(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }))
  }
}

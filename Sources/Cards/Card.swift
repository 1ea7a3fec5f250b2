/// What stands on a card: an image that goes with a link where the link is shared.
package struct Card: Sendable, Hashable {
  /// How a status is underlined, as on the pages.
  package enum Border: UInt8, Sendable {
    case none, thin, solid, heavy, dashed, thinDashed, dotted, double, both
  }

  /// A status: sign, word and border say the same, and colour comes last.
  package struct Mark: Sendable, Hashable {
    package let glyph: String
    package let label: String
    package let ink: Ink
    package let border: Border

    package init(glyph: String, label: String, ink: Ink, border: Border) {
      self.glyph = glyph
      self.label = label
      self.ink = ink
      self.border = border
    }
  }

  /// Somebody, and in which part.
  package struct Party: Sendable, Hashable {
    package let part: String
    package let name: String

    package init(part: String, name: String) {
      self.part = part
      self.name = name
    }
  }

  /// A status, and how many claims bear it.
  package struct Tally: Sendable, Hashable {
    package let mark: Mark
    package let count: Int

    package init(mark: Mark, count: Int) {
      self.mark = mark
      self.count = count
    }
  }

  /// At the top: the briefing's title, and the day that it describes.
  package let title: String
  package let asOf: String
  package let mark: Mark?
  package let headline: String
  /// At the foot: who said it and of whom; or, of a whole briefing, how many claims stand how.
  package let parties: [Party]
  package let tallies: [Tally]

  package static let width = 1200
  package static let height = 630
  /// Raised when the drawing changes, so that all cards are drawn anew.
  private static let version = 1

  package init(title: String, asOf: String, mark: Mark? = nil, headline: String, parties: [Party] = [], tallies: [Tally] = []) {
    self.title = title
    self.asOf = asOf
    self.mark = mark
    self.headline = headline
    self.parties = parties
    self.tallies = tallies
  }

  /// The first character for which the fonts have no letter, or that cannot be set letter by letter; nil where all can be drawn.
  package func missing(from fonts: CardFonts) -> Character? {
    let marks = [mark].compactMap { $0 } + tallies.map(\.mark)
    let strong = [title] + parties.map(\.name) + marks.flatMap { [$0.glyph, $0.label] }
    return fonts.headline.missing(in: headline) ?? strong.firstNonNil { fonts.strong.missing(in: $0) }
      ?? ([asOf] + parties.map(\.part)).firstNonNil { fonts.text.missing(in: $0) }
  }

  /// Sixteen digits that change with whatever would change the image.
  package func digest(in fonts: CardFonts) -> String {
    var digest = CardDigest()
    digest.add(Self.version)
    digest.add(String(fonts.digest))
    for text in [title, asOf, headline] { digest.add(text) }
    add(mark, to: &digest)
    digest.add(parties.count)
    for party in parties {
      digest.add(party.part)
      digest.add(party.name)
    }
    for tally in tallies {
      add(tally.mark, to: &digest)
      digest.add(tally.count)
    }
    return digest.hex
  }

  private func add(_ mark: Mark?, to digest: inout CardDigest) {
    guard let mark else {
      digest.add("")
      return
    }
    digest.add(mark.glyph)
    digest.add(mark.label)
    digest.add(Int(mark.ink.rawValue))
    digest.add(Int(mark.border.rawValue))
  }

  /// The image as a PNG file, the same bytes on every machine.
  package func png(in fonts: CardFonts) -> [UInt8] {
    var painter = CardPainter(fonts)
    painter.paint(self)
    return painter.canvas.png
  }
}

extension Sequence {
  fileprivate func firstNonNil<Found>(_ find: (Element) -> Found?) -> Found? {
    for element in self { if let found = find(element) { return found } }
    return nil
  }
}

import Cards
package import Diagnostics
import Facts

/// What keeps cards from being drawn.
enum CardCheck {
  /// Fonts, and the files that they were read from.
  struct Fonts: Sendable {
    let files: [String: [UInt8]]
    let fonts: CardFonts
  }

  /// The fonts for cards, where any are to be drawn; what is wrong with them is told.
  ///
  /// - Parameter earlier: Those of the plan before, which hold where the files have the same bytes.
  static func fonts(_ settings: BriefingSettings, _ input: Build.Input, after earlier: Fonts?, log: inout DiagnosticLog) -> Fonts? {
    guard settings.baseURL != nil, settings.drawsCards, let read = input.fonts else { return nil }
    let files = read()
    if let earlier, earlier.files == files { return earlier }
    do throws(CardFonts.Trouble) {
      return Fonts(files: files, fonts: try CardFonts(files))
    } catch {
      log.add(trouble(error))
      return nil
    }
  }

  private static func trouble(_ trouble: CardFonts.Trouble) -> Diagnostic {
    let path = "Templates/cards/\(trouble.name).ttf"
    let help = [
      "copy it from brief's own Templates", "or write `cards: false` in Content/briefing.yml: links are then shared without images",
    ]
    guard let fault = trouble.fault else { return Diagnostic(.cardFont, "there is no font `\(path)` to set cards in", help: help) }
    return Diagnostic(.cardFont, "no card can be set in the font `\(path)`: it \(fault.reason)", help: help)
  }

  /// Says of a briefing's own image that it is not there.
  static func checkImage(_ settings: BriefingSettings, _ assets: Set<String>, log: inout DiagnosticLog) {
    guard let image = settings.cardImage else { return }
    let isImage = ["png", "jpg", "jpeg"].contains { image.text.lowercased().hasSuffix(".\($0)") }
    guard !assets.contains(image.text) || !isImage else { return }
    let images = assets.filter { $0.hasPrefix("assets/") }.sorted()
    log.add(
      Diagnostic(
        .cardImage, isImage ? "there is no file `\(image.text)` in the site" : "`\(image.text)` is no PNG or JPEG", at: image.span,
        label: isImage ? "is not there" : "is not shown by those who show links",
        help: isImage
          ? Suggestion.didYouMean(image.text, among: images) + ["`assets/card.png` is the file `Content/assets/card.png`"]
          : ["save it as PNG or JPEG, best of 1200 by 630 pixels"]))
  }

  /// Says once that there are texts for which the fonts lack letters.
  static func report(_ cards: SiteCards, _ settings: BriefingSettings, log: inout DiagnosticLog) {
    // With an image of its own a briefing has provided for it.
    guard let gap = cards.gaps.first, settings.cardImage == nil else { return }
    let others = cards.gaps.count - 1
    let more = others == 0 ? "" : others == 1 ? " and one more" : " and \(others) more"
    let name = (others == 0 ? "the card of " : "the cards of ") + (gap.claim.map { "`\($0.id)`" } ?? "the briefing") + more
    log.add(
      Diagnostic(
        .cardLetters, "\(name) cannot be drawn: the fonts cannot set `\(gap.character)`", at: gap.claim?.head.idSpan,
        label: cards.general == nil ? "is shared without an image" : "is shared with the briefing's card",
        help: [
          "put fonts that have the letter into `Templates/cards`; of scripts that join letters or run from right to left no card can be drawn",
          "or name an image of your own, such as `card_image: assets/card.png`, or write `cards: false`",
        ]))
  }
}

extension DiagnosticKind {
  package static let cardFont = DiagnosticKind(
    "card.font",
    meaning: """
      With `base_url`, brief draws an image for each link that may be shared. It is set in TrueType fonts: `headline.ttf`, `text.ttf` and \
      `strong.ttf` in Templates/cards, and signs in `signs.ttf`.
      """,
    wrong: .init([
      (path: "Content/briefing.yml+", text: "base_url: https://example.org\n"), (path: "Templates/cards/text.ttf", text: "No font.\n"),
    ]),
    right: .init("Content/briefing.yml+", "base_url: https://example.org\n"))

  package static let cardImage = DiagnosticKind(
    "card.image",
    meaning: "`card_image` names a PNG or JPEG of the site, which goes with links to its pages where they are shared.",
    wrong: .init("Content/briefing.yml+", "card_image: assets/card.svg\n"),
    right: .init("Content/briefing.yml+", "cards: false\n"))

  package static let cardLetters = DiagnosticKind(
    "card.letters", .warning,
    meaning: """
      A card shows a claim's text as an image. Where the fonts lack a letter, or letters would have to be joined or set from right to left, \
      no card is drawn rather than a wrong one, and the link is shared with the briefing's.
      """,
    wrong: .init([
      (path: "Content/briefing.yml+", text: "base_url: https://example.org\n"),
      (
        path: "Content/facts/actors.yml",
        text: "envoy:\n  name: השליח\n  kind: person\ncouncil:\n  name: The council\n  kind: state\n"
      ),
    ]),
    right: .init("Content/briefing.yml+", "base_url: https://example.org\n"))
}

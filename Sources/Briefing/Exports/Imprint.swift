import EDTF
import Facts

/// What every citation of a briefing's page says alike: who stands for the briefing, what it is called, and of which days it is. It is made once.
struct Imprint: Sendable {
  let words: Wording
  let settings: BriefingSettings
  /// Authors and publisher in words; nil where nobody is named.
  let who: String?
  let title: String
  /// The days on which it was published and which it describes, in words.
  let published: String
  let asOf: String
  /// The second of them in a sentence.
  let asOfLine: String
  /// Where the site stands, with `/` at the end; nil where that is not known.
  let address: String?
  /// What an entry for BibTeX has before and behind its title.
  let bibtexStart: String
  let bibtexEnd: String

  init(_ site: Site) {
    words = site.words
    settings = site.settings
    let names = settings.authors.map(\.name)
    let everybody = names + [settings.publisher?.name].compactMap { $0 }
    who = everybody.isEmpty ? nil : words.set(words.list(everybody))
    title = words.set(settings.title)
    published = site.dates.phrase(settings.published.expression).text
    asOf = site.dates.phrase(settings.asOf.expression).text
    asOfLine = words("site.as-of", ["as-of": asOf])
    address = settings.baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    // Names stand in braces, so that BibTeX does not look for first and last ones.
    bibtexStart = names.isEmpty ? "" : "  author = {\(names.map { "{\(TeXText.escaped($0))}" }.joined(separator: " and "))},\n"
    var end = "  howpublished = {\(TeXText.escaped(settings.title))},\n"
    if let publisher = settings.publisher { end += "  publisher = {\(TeXText.escaped(publisher.name))},\n" }
    if case .date(let date) = settings.published.expression {
      end += "  year = {\(date.year)},\n"
      if let month = date.month { end += "  month = \(Self.months[month - 1]),\n" }
    }
    bibtexEnd = end + "  note = {\(TeXText.escaped(asOfLine))},\n"
  }

  /// BibTeX's own names of the months.
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}

import Facts
import Templates

/// What is said of the site on every page.
package struct SiteView: Sendable {
  let title: String
  let question: String
  let language: String
  let direction: String
  let asOf: DateView
  let published: DateView
  let checked: DateView?
  let isClosed: Bool
  let publisher: PersonView?
  let authors: [PersonView]
  let licence: String?
  let dataLicence: String?
  let footline: String
  let anonymity: String?

  struct PersonView: Sendable {
    let name: String
    let url: String?

    static let table = ViewTable<PersonView>(
      "name", "Somebody who stands for the briefing.",
      [
        .text("name", "The name.") { $0.name },
        .optionalURL("url", "Where more can be read about them.") { $0.url },
      ])
  }

  package static let table = ViewTable<SiteView>(
    "site", "What is said of the site on every page.",
    [
      .text("title", "The briefing's title.") { $0.title },
      .text("question", "What the reader came to ask.") { $0.question },
      .text("language", "The language of the pages, for `lang`.") { $0.language },
      .choice("direction", of: ["ltr", "rtl"], "The direction of the writing, for `dir`.") { $0.direction },
      .record("as-of", DateView.table, "The day of the world that the briefing describes.") { $0.asOf },
      .record("published", DateView.table, "When it was published.") { $0.published },
      .optionalRecord("checked", DateView.table, "When it was last gone through.") { $0.checked },
      .flag("closed", "Whether it is a snapshot that is not kept up.") { $0.isClosed },
      .optionalRecord("publisher", PersonView.table, "Who publishes it.") { $0.publisher },
      .list("authors", PersonView.table, "Who wrote it.") { $0.authors },
      .optionalText("anonymity", "A sentence that says so, where neither publisher nor author is named.") { $0.anonymity },
      .optionalText("licence", "The licence of the words.") { $0.licence },
      .optionalText("data-licence", "The licence of the data.") { $0.dataLicence },
      .text("as-of-line", "One line with the as-of and the checked date, for the foot of a printed page.") { $0.footline },
    ])

  init(_ settings: BriefingSettings, _ words: Wording) {
    let dates = DatePhraser(words)
    title = words.set(settings.title)
    question = words.set(settings.question)
    language = settings.language
    direction = LanguageTag.isRightToLeft(settings.language) ? "rtl" : "ltr"
    asOf = DateView(settings.asOf, dates)
    published = DateView(settings.published, dates)
    checked = settings.checked.map { DateView($0, dates) }
    isClosed = settings.state == .closed
    publisher = settings.publisher.map { PersonView(name: words.set($0.name), url: $0.url) }
    authors = settings.authors.map { PersonView(name: words.set($0.name), url: $0.url) }
    anonymity = settings.publisher == nil && settings.authors.isEmpty ? words("site.anonymous") : nil
    licence = settings.licence.map(words.set)
    dataLicence = settings.dataLicence.map(words.set)
    footline =
      checked.map { words("site.as-of-checked", ["as-of": DateView(settings.asOf, dates).phrase.text, "checked": $0.phrase.text]) }
      ?? words("site.as-of", ["as-of": asOf.phrase.text])
  }
}

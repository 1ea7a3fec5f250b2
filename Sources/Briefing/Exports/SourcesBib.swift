import EDTF
import Facts

/// `data/sources.bib`: every source as an entry of BibLaTeX, in UTF-8. An entry's key is the source's id, so that documents that cite it need
/// never be changed.
///
/// Titles and names stand in braces of their own: styles neither change their letters nor look for first and last names. Dates are EDTF as far
/// as BibLaTeX goes (level 1); what goes beyond is given in words. `archiveurl` and `archivedate` are read by no style and lost by no program.
struct SourcesBib {
  let site: Site

  func bytes() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512 * (site.facts.sources.count + 1))
    let licence = site.settings.dataLicence.map { ". Licence of the data: \($0)" } ?? ""
    // What stands outside of entries is no part of the data; an at sign would begin one.
    let head = "\(site.settings.title)\(licence)".map { $0 == "@" || $0.isNewline ? " " : $0 }
    bytes += "% \(String(head))\n".utf8
    for source in site.facts.sources { bytes += ("\n" + entry(source) + "\n").utf8 }
    return bytes
  }

  private func entry(_ source: Source) -> String {
    let shape = source.kind.biblatex
    var lines = ["@\(shape.type){\(source.id),"]
    func field(_ name: String, _ value: String?) {
      if let value { lines.append("  \(name) = {\(value)},") }
    }
    func words(_ name: String, _ value: String?) {
      field(name, value.map(TeXText.escaped))
    }
    field("author", source.authors.isEmpty ? nil : source.authors.map { "{\(TeXText.escaped($0))}" }.joined(separator: " and "))
    field("title", "{\(TeXText.escaped(source.title))}")
    // An article stands in something: where the source does not say in what, in what its publisher publishes.
    let isHeld = shape.container == "journaltitle" && source.container == nil
    words(shape.container, isHeld ? source.publisher : source.container)
    words(shape.publisher, isHeld ? nil : source.publisher)
    date("date", "year", source.date, field)
    field("url", source.url?.text)
    date("urldate", nil, source.accessed, field)
    field("archiveurl", source.archiveURL?.text)
    field("archivedate", source.archiveDate?.expression.text)
    words("langid", source.language)
    words("note", source.note.map(site.plainText))
    return lines.joined(separator: "\n") + "\n}"
  }

  /// A date as BibLaTeX takes it, else its words in a field that takes any.
  private func date(_ name: String, _ literal: String?, _ date: FactDate?, _ field: (String, String?) -> Void) {
    guard let date else { return }
    if date.expression.isForBibLaTeX {
      field(name, date.expression.text)
    } else if let literal {
      field(literal, "{\(TeXText.escaped(site.dates.phrase(date.expression).text))}")
    }
  }
}

extension Source.Kind {
  /// The type of entry, and the fields for what holds it and for who publishes it.
  fileprivate var biblatex: (type: String, container: String, publisher: String) {
    switch self {
    case .article, .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook: ("article", "journaltitle", "publisher")
    case .book, .classic: ("book", "maintitle", "publisher")
    case .chapter: ("incollection", "booktitle", "publisher")
    case .entry, .entryDictionary, .entryEncyclopedia: ("inreference", "booktitle", "publisher")
    case .collection: ("collection", "maintitle", "publisher")
    case .periodical: ("periodical", "titleaddon", "publisher")
    case .pamphlet: ("booklet", "titleaddon", "publisher")
    case .paperConference: ("inproceedings", "booktitle", "publisher")
    case .manuscript: ("unpublished", "titleaddon", "organization")
    case .thesis: ("thesis", "titleaddon", "institution")
    case .report: ("report", "titleaddon", "institution")
    case .dataset: ("dataset", "titleaddon", "organization")
    case .software: ("software", "titleaddon", "organization")
    case .patent: ("patent", "titleaddon", "organization")
    case .webpage, .post, .postWeblog: ("online", "titleaddon", "organization")
    default: ("misc", "titleaddon", "organization")
    }
  }
}

extension EDTFExpression {
  /// Whether BibLaTeX's date fields take it: level 1, without years beyond four digits, and stretches of plain dates only.
  fileprivate var isForBibLaTeX: Bool {
    switch self {
    case .date(let date): date.isForBibLaTeX
    case .interval(let interval):
      [interval.start, interval.end].allSatisfy { end in
        switch end {
        case .date(let date): date.isForBibLaTeX && !date.hasUnspecifiedDigits && date.season == nil && date.time == nil
        case .open: true
        case .unknown: false
        }
      } && interval.start != interval.end
    case .set: false
    }
  }
}

extension EDTFDate {
  fileprivate var isForBibLaTeX: Bool {
    level <= 1 && significantDigits == nil && (0...9999).contains(year) && (season.map { $0.rawValue <= 24 } ?? true)
  }
}

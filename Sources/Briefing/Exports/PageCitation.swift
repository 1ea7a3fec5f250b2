import EDTF
import Facts

/// How to cite a page of the briefing, for programs that keep references: the same values as in the plain line.
struct PageCitation {
  let site: Site
  /// What the entry is called by: a record's id.
  let id: String
  let title: String
  let path: String

  private var names: [String] {
    site.settings.authors.map(\.name)
  }

  private var address: String? {
    site.settings.baseURL.map { ($0.hasSuffix("/") ? $0 : $0 + "/") + path }
  }

  private var asOf: String {
    site.words("site.as-of", ["as-of": site.dates.phrase(site.settings.asOf.expression).text])
  }

  /// An entry for BibTeX. Names stand in braces, so that BibTeX does not look for first and last ones.
  var bibtex: String {
    var lines = ["@misc{\(id),"]
    func field(_ name: String, _ value: String?) {
      if let value { lines.append("  \(name) = {\(value)},") }
    }
    field("author", names.isEmpty ? nil : names.map { "{\(TeXText.escaped($0))}" }.joined(separator: " and "))
    field("title", "{\(TeXText.escaped(Self.bare(title)))}")
    field("howpublished", TeXText.escaped(site.settings.title))
    field("publisher", site.settings.publisher.map { TeXText.escaped($0.name) })
    if case .date(let date) = site.settings.published.expression {
      field("year", String(date.year))
      if let month = date.month { lines.append("  month = \(Self.months[month - 1]),") }
    }
    field("note", TeXText.escaped(asOf))
    field("url", address)
    return lines.joined(separator: "\n") + "\n}"
  }

  /// An item of CSL-JSON, in a list as programs read it.
  var csl: String {
    var json = JSONWriter(capacity: 512)
    json.array([0]) { json, _ in
      json.object { json in
        json.member("id", id)
        json.member("type", "webpage")
        json.member("title", Self.bare(title))
        json.member("author", names) { json, name in json.object { $0.member("literal", name) } }
        json.member("container-title", site.settings.title)
        json.member("publisher", site.settings.publisher?.name)
        json.key("issued")
        let published = site.settings.published.expression
        CSLDate(published, words: site.dates.phrase(published).text).write(&json)
        json.member("URL", address)
        json.member("language", site.settings.language)
        json.member("note", asOf)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A title as citations have it: a sentence without its full stop, since the styles set marks of their own behind it.
  static func bare(_ title: String) -> String {
    title.hasSuffix(".") && !title.hasSuffix("..") || title.hasSuffix("。") ? String(title.dropLast()) : title
  }

  /// BibTeX's own names of the months.
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
}

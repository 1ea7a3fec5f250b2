import EDTF
import Facts

/// `data/sources.csl.json`: every source as an item of CSL-JSON 1.0, for Zotero and other keepers of references.
///
/// Who published an article, a post or a page stands as the title of what holds it, as citation styles expect, unless the source names that itself.
/// Names of authors are kept whole.
struct SourcesCSL {
  let site: Site

  func bytes() -> [UInt8] {
    var json = JSONWriter(capacity: 512 * (site.facts.sources.count + 1))
    json.array(site.facts.sources.records) { json, source in json.object { item(&$0, source) } }
    json.end()
    return json.bytes
  }

  private func item(_ json: inout JSONWriter, _ source: Source) {
    json.member("id", source.id)
    json.member("type", source.kind.rawValue)
    json.member("title", source.title)
    json.member("author", source.authors) { json, author in json.object { $0.member("literal", author) } }
    let isHeld = source.container == nil && Self.held.contains(source.kind)
    json.member("container-title", isHeld ? source.publisher : source.container)
    json.member("publisher", isHeld ? nil : source.publisher)
    date("issued", source.date, &json)
    date("accessed", source.accessed, &json)
    json.member("URL", source.url?.text)
    json.member("archive_location", source.archiveURL?.text)
    json.member("language", source.language)
    json.member("note", source.note.map(site.plainText))
  }

  /// What stands in something else: in a newspaper, a journal, a site.
  private static let held: Set<Source.Kind> = [
    .article, .articleJournal, .articleMagazine, .articleNewspaper, .post, .postWeblog, .webpage,
  ]

  private func date(_ name: String, _ date: FactDate?, _ json: inout JSONWriter) {
    guard let date else { return }
    json.key(name)
    CSLDate(date.expression, words: site.dates.phrase(date.expression).text).write(&json)
  }
}

import Facts
import Templates

/// How to cite a page of the briefing: in a plain line, and with the same values for programs that keep references.
struct PageCitation {
  private let imprint: Imprint
  /// What the entry is called by: a record's id.
  private let id: String
  /// The page's title, without the full stop of a sentence.
  private let title: String
  private let path: String

  init(_ imprint: Imprint, id: String, title: String, path: String) {
    self.imprint = imprint
    self.id = id
    self.title = Self.bare(title)
    self.path = path
  }

  /// The line: title, briefing, who stands for it, the day, the address.
  var line: String {
    let title = imprint.words.set(title)
    return imprint.words.strings.format(imprint.who == nil ? "cite.anonymous" : "cite.line") { place in
      switch place {
      case "who": imprint.who
      case "title": title
      case "site": imprint.title
      case "date": imprint.published
      case "as-of": imprint.asOf
      case "address": imprint.address.map { $0 + path } ?? path
      default: nil
      }
    }
  }

  /// An entry for BibTeX.
  var bibtex: String {
    var entry = "@misc{\(id),\n\(imprint.bibtexStart)  title = {{\(TeXText.escaped(title))}},\n"
    entry += imprint.bibtexEnd
    if let address = imprint.address { entry += "  url = {\(address)\(path)},\n" }
    return entry + "}"
  }

  /// An item of CSL-JSON, in a list as programs read it.
  var csl: String {
    let settings = imprint.settings
    var json = JSONWriter(capacity: 512)
    json.array([0]) { json, _ in
      json.object { json in
        json.member("id", id)
        json.member("type", "webpage")
        json.member("title", title)
        json.member("author", settings.authors) { json, author in json.object { $0.member("literal", author.name) } }
        json.member("container-title", settings.title)
        json.member("publisher", settings.publisher?.name)
        json.key("issued")
        CSLDate(settings.published.expression, words: imprint.published).write(&json)
        json.member("URL", imprint.address.map { $0 + path })
        json.member("language", settings.language)
        json.member("note", imprint.asOfLine)
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A title as citations have it: a sentence without its full stop, since the styles set marks of their own behind it.
  static func bare(_ title: String) -> String {
    let bytes = title.utf8
    if bytes.last == UInt8(ascii: "."), bytes.dropLast().last != UInt8(ascii: ".") { return String(title.unicodeScalars.dropLast()) }
    return title.hasSuffix("。") ? String(title.dropLast()) : title
  }
}

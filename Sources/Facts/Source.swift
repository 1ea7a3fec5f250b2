import YAML

/// Something that can be read, heard or seen, and that this briefing rests on.
package struct Source: Fact {
  package static let kind = FactKind.sources

  package enum TitleOrigin: String, Sendable, CaseIterable {
    case page, address, description
  }

  package enum Tier: String, Sendable, CaseIterable {
    case primary, secondary, tertiary
  }

  package enum Attribution: String, Sendable, CaseIterable {
    case onRecord = "on-record"
    case officialDocument = "official-document"
    case anonymous
  }

  /// The item types of CSL 1.0.2.
  package enum Kind: String, Sendable, CaseIterable {
    case article, articleJournal = "article-journal", articleMagazine = "article-magazine", articleNewspaper = "article-newspaper"
    case bill, book, broadcast, chapter, classic, collection, dataset, document, entry
    case entryDictionary = "entry-dictionary", entryEncyclopedia = "entry-encyclopedia"
    case event, figure, graphic, hearing, interview, legalCase = "legal_case", legislation, manuscript, map
    case motionPicture = "motion_picture", musicalScore = "musical_score", pamphlet, paperConference = "paper-conference", patent
    case performance, periodical, personalCommunication = "personal_communication", post, postWeblog = "post-weblog", regulation
    case report, review, reviewBook = "review-book", software, song, speech, standard, thesis, treaty, webpage
  }

  package var head = FactHead()
  package var title = ""
  package var titleFrom = TitleOrigin.page
  package var publisher = ""
  package var date: FactDate?
  package var url: LocatedText?
  package var document: LocatedText?
  package var unlinked: String?
  package var kind = Kind.document
  package var authors: [String] = []
  package var container: String?
  package var language: String?
  package var accessed: FactDate?
  package var archiveURL: LocatedText?
  package var archiveDate: FactDate?
  package var tier: Tier?
  package var attribution: Attribution?
  package var origin: String?
  package var isCopy = false
  package var fragment: TextFragment?
  package var note: MarkdownText?

  package init() {}

  /// What counts as one when sources are counted: the agency or outlet that reported, else the publisher.
  package var independentOrigin: String {
    (origin ?? publisher).lowercased()
  }

  package static let table = FieldTable<Source>(
    "source", "Something that can be read, heard or seen, and that the briefing rests on.",
    [
      .required("title", .text, "The title as the source gives it.") { $0.title = $1 },
      .optional("title_from", .choice, "Where the title comes from: the page (default), its address, or our description.") {
        $0.titleFrom = $1
      },
      .required("publisher", .text, "Who published it.") { $0.publisher = $1 },
      .optional("date", .date, "When it was published; inferred dates carry `?`; absent: undated, and shown so.") { $0.date = $1 },
      .optional("url", .locatedAddress, "Where it can be opened.") { $0.url = $1 },
      .optional("document", .name(.assets), "A file in `Content/assets/`.") { $0.document = $1 },
      .optional("unlinked", .text, "Why there is no address: printed, withdrawn, seen only as a copy.") { $0.unlinked = $1 },
      .required("kind", .choice, "Any item type of CSL 1.0.2.") { $0.kind = $1 },
      .optional("author", .list(of: .text), "Who wrote it.") { $0.authors = $1 },
      .optional("container", .text, "What it is part of: a programme, a journal.") { $0.container = $1 },
      .optional("language", .language, "Its language, where it is not the page's.") { $0.language = $1 },
      .optional("accessed", .date, "When it was last opened.") { $0.accessed = $1 },
      .optional("archive_url", .locatedAddress, "A copy that lasts.") { $0.archiveURL = $1 },
      .optional("archive_date", .date, "When the copy was made.") { $0.archiveDate = $1 },
      .optional("tier", .choice, "How near it is to what it tells.") { $0.tier = $1 },
      .optional("attribution", .choice, "Who stands for what it says.") { $0.attribution = $1 },
      .optional("origin", .text, "The agency or outlet whose reporting it carries; sources of one origin count as one.") { $0.origin = $1 },
      .optional("copy", .flag, "Whether it is a copy of something published elsewhere.") { $0.isCopy = $1 },
      .optional("fragment", .record(TextFragment.table) { TextFragment() }, "The passage that a link should show.") { $0.fragment = $1 },
      .optional("note", .markdown, "What a reader should know of it.") { $0.note = $1 },
    ] + Field.everywhere)
}

/// A passage of a page, as the Web Annotation model selects it; links use it as a text fragment.
package struct TextFragment: Sendable {
  package var exact = ""
  package var prefix: String?
  package var suffix: String?

  package init() {}

  static let table = FieldTable<TextFragment>(
    "fragment", "A passage of a page.",
    [
      .required("exact", .text, "The passage as it stands.") { $0.exact = $1 },
      .optional("prefix", .text, "Words just before it.") { $0.prefix = $1 },
      .optional("suffix", .text, "Words just after it.") { $0.suffix = $1 },
    ])

  /// The fragment directive for a link: `:~:text=...` (WICG, Text Fragments).
  package var directive: String {
    let prefix = prefix.map { Self.encode($0) + "-," } ?? ""
    let suffix = suffix.map { ",-" + Self.encode($0) } ?? ""
    return ":~:text=" + prefix + Self.encode(exact) + suffix
  }

  private static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}

extension FieldType where Value == LocatedText {
  static var locatedAddress: FieldType<LocatedText> {
    FieldType(.address) { node, reader in
      FieldType<String>.address.read(node, &reader).map { LocatedText(text: $0, span: node.span) }
    }
  }
}

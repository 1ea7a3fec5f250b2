package import Diagnostics
package import Facts
import Templates

/// What one page is made from, as `brief why` tells it.
package struct PageAccount: Sendable {
  /// A record that the page shows something of.
  package struct Record: Sendable {
    package let key: FactKey
    package let span: SourceSpan?
    /// How it comes into the page, in words.
    package let why: String
  }

  /// Templates, then what every page reads, then the prose, by their paths in the project.
  package let files: [String]
  /// Whether it shows a list of many records, so that they are not named one by one.
  package let showsAll: Bool
  /// Each once, in the order in which the page comes to them.
  package let records: [Record]
}

extension Trace {
  /// The paths of all pages.
  package var paths: [String] { entries.map(\.path) }

  /// What a page is made from; nil if the site has none of that path.
  package func account(of path: String) -> PageAccount? {
    guard let entry = entries.first(where: { $0.path == path }) else { return nil }
    var files: [String] = []
    let library = site.library
    for template in library.reached(from: entry.content.template.rawValue) { files.append(template.file.path) }
    files += ["Templates/strings.yml", "Content/briefing.yml"]
    if let page = site.pages[path] { files.append(page.source) }
    let showsAll = showsAll(entry)
    var seen: Set<Int32> = []
    var records: [PageAccount.Record] = []
    if !showsAll {
      _ = walk(entry) { number, reason in
        if seen.insert(number).inserted {
          let key = numbers.key(of: number)
          records.append(PageAccount.Record(key: key, span: site.facts.idSpan(key), why: words(for: reason)))
        }
        return false
      }
    }
    return PageAccount(files: files, showsAll: showsAll, records: records)
  }

  private func words(for reason: Reason) -> String {
    func name(_ number: Int32) -> String {
      let key = numbers.key(of: number)
      return "\(key.kind.singular) `\(key.id)`"
    }
    return switch reason {
    case .shown: "is shown"
    case .namedBy(let other): "\(name(other)) names it"
    case .names(let other): "names \(name(other))"
    case .inProse: "the page's prose names it"
    case .beside(let other): "stands beside \(name(other)) on the timeline"
    }
  }
}

extension SiteMap.Content {
  /// The template by which it is shown.
  var template: TemplateKind {
    switch self {
    case .front: .front
    case .timeline: .timeline
    case .claims: .claims
    case .claim: .claim
    case .claimEmbed: .claimEmbed
    case .timelineEmbed: .timelineEmbed
    case .event: .event
    case .actor: .actor
    case .topic: .topic
    case .sources: .sources
    case .positions: .positions
    case .questions: .questions
    case .glossary: .glossary
    case .corrections: .corrections
    case .changes: .changes
    case .asOf: .edition
    case .everything: .everything
    case .notFound: .notFound
    case .page: .page
    }
  }
}

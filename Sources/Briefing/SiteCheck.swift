package import Diagnostics
import Facts

/// What can be said of a site's settings and paths once all its pages are known.
struct SiteCheck {
  let facts: FactBase
  let settings: BriefingSettings
  let map: SiteMap
  let pages: [Page]
  /// The paths, in the site, of files that are copied.
  let assets: Set<String>

  /// What is said of settings and corrections that name pages, and of codes that are none.
  func checkSettings() -> DiagnosticLog {
    var log = DiagnosticLog()
    for page in [settings.method, settings.correctionsPolicy].compactMap({ $0 }) {
      if case .page(let path, _) = FactLink(page.text, in: "Content/index.md"), map.paths.contains(path) { continue }
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no page `\(page.text)`", at: page.span, label: "leads nowhere",
          help: Suggestion.nearest(to: page.text, among: pages.map { String($0.source.dropFirst("Content/".count)) }).map {
            ["did you mean `\($0)`?"]
          } ?? ["name a file of `Content/`, such as `method.md`"]))
    }
    for correction in facts.corrections {
      guard case .page(let path, _) = FactLink(correction.target.text, in: "Content/index.md"), !map.paths.contains(path) else { continue }
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no page `\(correction.target.text)`", at: correction.target.span,
          label: "was corrected, but is not there",
          help: Suggestion.didYouMean(correction.target.text, among: pages.map { String($0.source.dropFirst("Content/".count)) })
            + ["a correction names `claim:id`, `event:id` or a page"]))
    }
    let codes = FactsCatalogue.all + BriefingCatalogue.all
    for code in settings.strict where !codes.contains(where: { $0.code == code.text }) {
      log.add(
        Diagnostic(
          .briefingUnknownCode, "there is no code `\(code.text)`", at: code.span, label: "unknown code",
          help: Suggestion.didYouMean(code.text, among: codes.map(\.code))))
    }
    return log
  }

  /// Two pages, or a page and a copied file, that want one path.
  func checkPaths() -> DiagnosticLog {
    var log = DiagnosticLog()
    var owners: [String: SiteMap.Entry] = [:]
    owners.reserveCapacity(map.entries.count)
    lazy var byPath = Dictionary(pages.map { ($0.path, $0) }) { first, _ in first }
    for entry in map.entries {
      let path = entry.path.lowercased()
      if let other = owners[path] {
        log.add(conflict(entry.path, describe(entry, byPath), describe(other, byPath)))
      } else {
        owners[path] = entry
      }
    }
    var seen: [String: Page] = [:]
    for page in pages {
      let path = page.path.lowercased()
      if let other = seen[path] {
        log.add(
          conflict(
            page.path, ("`\(page.source)`", SourceSpan(file: page.file, start: 0, end: 0)),
            ("`\(other.source)`", SourceSpan(file: other.file, start: 0, end: 0))))
      }
      seen[path] = page
    }
    let reserved = Set(
      Build.exportPaths + ["manifest.json"] + OEmbed.paths(facts, settings) + WebFiles.reserved(settings)
        + HostFiles.paths(of: settings.hosting))
    for path in assets.sorted() {
      if let other = owners[path.lowercased()] {
        log.add(conflict(path, ("a file of Content/root", nil), describe(other, byPath)))
      } else if reserved.contains(path) {
        log.add(conflict(path, ("a file of Content/root", nil), ("brief itself", nil)))
      }
    }
    return log
  }

  private func describe(_ entry: SiteMap.Entry, _ pages: [String: Page]) -> (what: String, span: SourceSpan?) {
    switch entry.content {
    case .claim(let id): ("the claim `\(id)`", facts.claims[id]?.head.idSpan)
    case .event(let id): ("the event `\(id)`", facts.events[id]?.head.idSpan)
    case .actor(let id, _): ("the actor `\(id)`", facts.actors[id]?.head.idSpan)
    case .topic(let id, _): ("the topic `\(id)`", facts.topics[id]?.head.idSpan)
    case .page:
      (pages[entry.path].map { "`\($0.source)`" } ?? entry.path, pages[entry.path].map { SourceSpan(file: $0.file, start: 0, end: 0) })
    default: ("a page that every site has", nil)
    }
  }

  private func conflict(_ path: String, _ one: (what: String, span: SourceSpan?), _ other: (what: String, span: SourceSpan?)) -> Diagnostic
  {
    Diagnostic(
      .siteTwoPages, "\(one.what) and \(other.what) both want the path `\(path)`", at: one.span ?? other.span, label: "wants it",
      others: one.span == nil ? [] : other.span.map { [Label($0, "wants it too")] } ?? [], help: ["give one of them another name"])
  }
}

extension DiagnosticKind {
  package static let siteTwoPages = DiagnosticKind(
    "site.two-pages",
    meaning: "Two pages want one path, and one of them would overwrite the other.",
    wrong: .init([
      (path: "Content/about.md", text: "# About\n\nWords.\n"), (path: "Content/root/about.html", text: "<p>Other words.</p>\n"),
    ]),
    right: .init([
      (path: "Content/about.md", text: "# About\n\nWords.\n"), (path: "Content/root/about-us.html", text: "<p>Other words.</p>\n"),
    ]))

  package static let briefingUnknownCode = DiagnosticKind(
    "briefing.unknown-code",
    meaning: "`strict` lists codes of warnings that fail the build; this is none of them.",
    wrong: .init("Content/briefing.yml+", "strict: [prose.uncitd]\n"),
    right: .init("Content/briefing.yml+", "strict: [prose.uncited]\n"))
}

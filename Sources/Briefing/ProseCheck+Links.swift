package import Diagnostics
import Facts
package import Markdown

/// Links and pictures in prose: that they lead somewhere.
extension ProseCheck {
  /// Inline Markdown, of a page or of a fact's field.
  package func check(_ inlines: [Inline], from source: String, _ findings: inout Findings) {
    for inline in inlines {
      switch inline.kind {
      case .emphasis(let inner), .strong(let inner): check(inner, from: source, &findings)
      case .image(let image): check(image, from: source, &findings.log)
      case .link(let link):
        check(link, from: source, &findings)
        check(link.inlines, from: source, &findings)
      default: break
      }
    }
  }

  private func check(_ key: FactKey, _ link: Link, _ log: inout DiagnosticLog) {
    if facts.has(key) { return }
    let scheme = String(link.destination.prefix { $0 != ":" }) + ":"
    ReferenceCheck.check(key, at: link.destinationSpan, after: scheme, in: facts, log: &log)
  }

  private func check(_ link: Link, from source: String, _ findings: inout Findings) {
    switch FactLink(link.destination, in: source) {
    case .fact(let key):
      check(key, link, &findings.log)
      findings.named.insert(key)
    case .citation(let id):
      check(FactKey(.sources, id), link, &findings.log)
      findings.sources.insert(id)
    case .page(let path, let anchor): check(path, anchor: anchor, link, &findings.log)
    case .asset(let path):
      guard !assets.contains(path) else { return }
      // `guide/` and a name without an ending are slips for a page more often than files.
      let pageNear = targets.pages.contains(path + ".html") ? "\(path).md" : Suggestion.nearest(to: path, among: assets)
      findings.log.add(
        Diagnostic(
          .proseDeadLink, "there is no file `\(path)`", at: link.destinationSpan, label: "leads nowhere",
          help: pageNear.map { ["did you mean `\($0)`?"] } ?? ["files that are linked to lie in `Content/assets/`"]))
    // An address that could run code was refused when it was read.
    case .unknownScheme where UnsafeScheme.of(link.destination) != nil: break
    case .unknownScheme(let scheme):
      let near = Suggestion.didYouMean(scheme + ":", among: (FactLink.schemes + ["https", "mailto"]).map { $0 + ":" })
      findings.log.add(
        Diagnostic(
          .proseUnknownScheme, "`\(scheme):` is neither a kind of fact nor an address that readers can open", at: link.destinationSpan,
          label: "unknown kind of link",
          help: near.isEmpty ? ["facts are linked to by " + FactLink.schemes.map { "`\($0):`" }.joined(separator: ", ")] : near))
    case .outside:
      findings.log.add(
        Diagnostic(
          .proseDeadLink, "this path leads out of the content", at: link.destinationSpan, label: "leads nowhere",
          help: ["link to a page of `Content/`, to a file of `Content/assets/`, or to a whole address"]))
    case .elsewhere: break
    }
  }

  private func check(_ path: String, anchor: String?, _ link: Link, _ log: inout DiagnosticLog) {
    // As authors know it: by its file, if they wrote that.
    lazy var name = link.destination.prefix { $0 != "#" }.hasSuffix(".md") ? "\(path.dropLast(5)).md" : path
    guard targets.pages.contains(path) else {
      guard !drafts.contains(path) else {
        log.add(
          Diagnostic(
            .factDraftReference, "the page `\(name)` is a draft, and drafts are not published", at: link.destinationSpan,
            label: "names a draft",
            help: ["take `draft: true` out of it, or the link out of here"]))
        return
      }
      let near = Suggestion.nearest(to: path, among: targets.pages)
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no page `\(name)`", at: link.destinationSpan, label: "leads nowhere",
          help: near.map { ["did you mean `\($0.dropLast(5)).md`?"] } ?? ["a page is linked to by its file in `Content/`: `method.md`"]))
      return
    }
    guard let anchor, !anchor.isEmpty else { return }
    let (written, kind) = (targets.anchors[path] ?? [], Self.kind(standingOn: path))
    guard !written.contains(anchor), !(kind.map { facts.has(FactKey($0, anchor)) } ?? false) else { return }
    let known = written.union(kind.map(facts.ids) ?? [])
    log.add(
      Diagnostic(
        .proseDeadAnchor, "\(link.destination.hasPrefix("#") ? "this page" : "the page `\(name)`") has no place `#\(anchor)`",
        at: link.destinationSpan, label: "no such heading or record",
        help: Suggestion.nearest(to: anchor, among: known).map { ["did you mean `#\($0)`?"] }
          ?? ["headings are addressed by their words: small letters, hyphens for spaces"]))
  }

  func check(_ image: Image, from source: String, _ log: inout DiagnosticLog) {
    if case .asset(let path) = FactLink(image.destination, in: source), !assets.contains(path) {
      log.add(
        Diagnostic(
          .proseDeadLink, "there is no picture `\(path)`", at: image.destinationSpan, label: "no such file",
          help: Suggestion.nearest(to: path, among: assets).map { ["did you mean `\($0)`?"] } ?? ["pictures lie in `Content/assets/`"]))
    } else if case .elsewhere = FactLink(image.destination, in: source) {
      log.add(
        Diagnostic(
          .proseForeignImage, "this picture would be fetched from another site whenever somebody reads the page", at: image.destinationSpan,
          label: "a third-party request", help: ["put the file into `Content/assets/` and link to it there"]))
    }
    if image.alternative.allSatisfy(\.isWhitespace) {
      log.add(
        Diagnostic(
          .proseImageWithoutText, "this picture says nothing to those who do not see it", at: image.span, label: "no alternative text",
          help: ["say between the brackets what it shows: `![a map of the harbour](assets/map.png)`"]))
    }
  }

  /// The kind of which a generated page has an anchor for each record.
  private static func kind(standingOn path: String) -> FactKind? {
    switch path {
    case SitePath.timeline, SitePath.timelineLatest: .events
    case SitePath.claims: .claims
    case SitePath.sources: .sources
    case SitePath.positions: .positions
    case SitePath.questions: .questions
    case SitePath.glossary: .terms
    case SitePath.corrections: .corrections
    default: nil
    }
  }
}

extension DiagnosticKind {
  package static let proseDeadLink = DiagnosticKind(
    "prose.dead-link",
    meaning: "A link to a page, a file or a picture that is not there.",
    wrong: .init("Content/about.md", "# About\n\nSee [the method](methods.md).\n"),
    right: .init("Content/about.md", "# About\n\nSee [the front page](index.md).\n"))

  package static let proseDeadAnchor = DiagnosticKind(
    "prose.dead-anchor",
    meaning: "The page exists, but not the place on it: a heading was renamed, or a record has another id.",
    wrong: .init("Content/about.md", "# About\n\nSee [below](#detials).\n\n## Details\n\nWords.\n"),
    right: .init("Content/about.md", "# About\n\nSee [below](#details).\n\n## Details\n\nWords.\n"))

  package static let proseUnknownScheme = DiagnosticKind(
    "prose.unknown-scheme",
    meaning: "What stands before the colon is neither a kind of fact nor a way of opening an address.",
    wrong: .init("Content/about.md", "# About\n\nSee [the offer](calim:ceasefire-offer).\n"),
    right: .init("Content/about.md", "# About\n\nSee [the offer](claim:ceasefire-offer).\n"))

  package static let proseForeignImage = DiagnosticKind(
    "prose.foreign-image",
    meaning: "A picture on another site tells that site who reads the page, and is gone when that site is.",
    wrong: .init("Content/about.md", "# About\n\n![A map](https://example.org/map.png)\n"),
    right: .init("Content/about.md", "# About\n\n[A map](https://example.org/map.png)\n"))

  package static let proseImageWithoutText = DiagnosticKind(
    "prose.image-without-text", .warning,
    meaning: "People who do not see a picture get its alternative text, and without one they get nothing.",
    wrong: .init([
      (path: "Content/about.md", text: "# About\n\nA map: ![](assets/map.svg)\n"),
      (path: "Content/assets/map.svg", text: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ]),
    right: .init([
      (path: "Content/about.md", text: "# About\n\nA map: ![the harbour from above](assets/map.svg)\n"),
      (path: "Content/assets/map.svg", text: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"),
    ]))
}

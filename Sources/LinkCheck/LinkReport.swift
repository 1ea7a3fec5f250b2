package import Diagnostics

/// An address that the content names, and where.
package struct NamedLink: Sendable {
  package let address: String
  package let span: SourceSpan
  /// The id of the source that names it.
  package let source: String
  /// Whether it is the source's archived copy.
  package let isArchive: Bool
  /// Whether the source has an archived copy.
  package let hasArchive: Bool
  /// The day near which an archive should have it, as `YYYYMMDD`.
  package let day: String

  package init(address: String, span: SourceSpan, source: String, isArchive: Bool, hasArchive: Bool, day: String) {
    self.address = address
    self.span = span
    self.source = source
    self.isArchive = isArchive
    self.hasArchive = hasArchive
    self.day = day
  }
}

/// What is to be said of addresses that were asked for.
package enum LinkReport {
  /// What to say of one; nil where nothing is wrong.
  package static func diagnostic(for link: NamedLink, _ verdict: LinkVerdict) -> Diagnostic? {
    let what = link.isArchive ? "the archived copy of `\(link.source)`" : "the source `\(link.source)`"
    switch verdict {
    case .good: return nil
    case .moved(let to):
      // An archive leads on to the copy nearest in time, and a page that asks for a sign-in is no new place.
      guard !link.isArchive else { return nil }
      return Diagnostic(
        .linkMoved, "\(what) has moved for good", at: link.span, label: "leads on",
        help: ["it stands now at \(to): look at it, and write that address"])
    case .dead(let why):
      return Diagnostic(.linkDead, "\(what) is dead: \(why)", at: link.span, label: "leads nowhere", help: help(for: link))
    case .unsure(let why):
      return Diagnostic(
        .linkUnsure, "nobody can tell from here whether \(what) is there: \(why)", at: link.span, label: "unclear",
        help: ["open it in a browser"] + (link.isArchive || link.hasArchive ? [] : archive(of: link)))
    }
  }

  private static func help(for link: NamedLink) -> [String] {
    if link.isArchive { return ["find another copy, or take `archive_url` out"] }
    if link.hasArchive { return ["readers still have its archived copy; if it stands elsewhere now, write that address"] }
    return archive(of: link) + ["if there is none, `unlinked` says why there is no address"]
  }

  private static func archive(of link: NamedLink) -> [String] {
    [
      "https://web.archive.org/web/\(link.day)/\(link.address) leads to the copy nearest to that day: if there is one, its address is `archive_url`"
    ]
  }
}

extension DiagnosticKind {
  package static let linkDead = DiagnosticKind(
    "links.dead",
    meaning:
      "A source's address leads to nothing: its server or the net says so, to a question as a reader's browser asks it, more than once.",
    wrong: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://desk.invalid/first-paper\n  kind: report\n"),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  unlinked: the Desk closed in 2025, and took its pages along\n  kind: report\n"
    ))

  package static let linkMoved = DiagnosticKind(
    "links.moved", .hint,
    meaning: "A server says that a page stands at another address for good. The old one works as long as somebody keeps the way-sign up.",
    wrong: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: http://desk.example/first-paper\n  kind: report\n"),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://desk.example/first-paper\n  kind: report\n"))

  package static let linkUnsure = DiagnosticKind(
    "links.unsure", .warning,
    meaning: "A server did not let a program see whether a page is there: it wants a password, is in trouble, or answers browsers only.",
    wrong: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://desk.example/members/first-paper\n  kind: report\n"),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://desk.example/first-paper\n  kind: report\n"))
}

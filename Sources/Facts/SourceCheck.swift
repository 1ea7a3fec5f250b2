package import Diagnostics
import EDTF

/// The checks of sources.
enum SourceCheck {
  static func check(_ facts: FactBase, log: inout DiagnosticLog) {
    for source in facts.sources {
      if !source.head.isDamaged { checkPlace(source, log: &log) }
      checkArchive(source, log: &log)
    }
    var told: Set<String> = []
    for actor in facts.actors { checkSide(actor, facts, told: &told, log: &log) }
  }

  private static func checkPlace(_ source: Source, log: inout DiagnosticLog) {
    let given = [source.url == nil ? nil : "url", source.document == nil ? nil : "document", source.unlinked == nil ? nil : "unlinked"]
      .compactMap { $0 }
    guard given.count != 1 else { return }
    let what = given.isEmpty ? "none of them" : given.map { "`\($0)`" }.joined(separator: " and ")
    log.add(
      Diagnostic(
        .sourcePlace, "the source `\(source.id)` needs exactly one of `url`, `document` and `unlinked`, and has \(what)",
        at: source.head.idSpan, label: given.isEmpty ? "where can it be found?" : "which one?",
        help: ["where there is no address, `unlinked` says why: printed, withdrawn, seen only as a copy"]))
  }

  private static func checkArchive(_ source: Source, log: inout DiagnosticLog) {
    if let archive = source.archiveURL, let fault = ArchiveAddress.fault(in: archive.text) {
      log.add(
        Diagnostic(
          .sourceBadArchive, "this archive address does not lead to one lasting copy: \(fault)", at: archive.span,
          label: "not a lasting copy",
          help: ["a good one looks like `https://web.archive.org/web/20250824153000/https://example.org/page`"]))
    }
    if source.tier == .secondary, source.url != nil, source.archiveURL == nil, !source.head.isDamaged {
      log.add(
        Diagnostic(
          .sourceNoArchive, "no archive of the source `\(source.id)` is named", at: source.head.idSpan, label: "may be gone one day",
          help: ["add `archive_url` and `archive_date`"]))
    }
  }

  /// Each cycle is told once, at its first actor; `told` are the actors of those that were.
  private static func checkSide(_ actor: Actor, _ facts: FactBase, told: inout Set<String>, log: inout DiagnosticLog) {
    guard let side = actor.side, !told.contains(actor.id) else { return }
    var seen: Set<String> = [actor.id]
    var links: [SourceSpan] = []
    var current = side.id
    while let next = facts.actors[current] {
      guard seen.insert(current).inserted else {
        if current == actor.id {
          told.formUnion(seen)
          log.add(
            Diagnostic(
              .actorSideCycle, "by the chain of `side`, `\(actor.id)` ends up speaking for itself", at: side.span,
              label: "leads back to `\(actor.id)`", others: links.map { Label($0, "by this") },
              help: ["the chain goes from a person to a body to a state, and ends there"]))
        }
        return
      }
      if let link = next.side { links.append(link.span) }
      guard let further = next.side else { return }
      current = further.id
    }
  }
}

/// What makes an archive's address a lasting one, for the archives that most use.
enum ArchiveAddress {
  /// What is wrong with it, in words; nil where nothing is.
  static func fault(in address: String) -> String? {
    let host = WebAddress.host(of: address)
    guard host == "web.archive.org" || host == "archive.org" || host == "liveweb.archive.org" else { return nil }
    if host == "liveweb.archive.org" { return "this service was closed" }
    guard let range = address.firstRange(of: "/web/") else { return address.contains("/save/") ? "it asks for a copy to be made" : nil }
    let rest = address[range.upperBound...]
    let stamp = rest.prefix { $0 != "/" }
    let digits = stamp.prefix { $0.isASCII && $0.isNumber }
    if stamp.contains("*") { return "it is a list of copies" }
    guard digits.utf8.count == 14 else { return "its time has \(digits.utf8.count) digits instead of 14" }
    let flags = ["", "id_", "if_", "im_", "js_", "cs_"]
    guard flags.contains(String(stamp.dropFirst(14))) else { return "`\(stamp.dropFirst(14))` is not one of the archive's flags" }
    let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6).prefix(2))"
    guard (try? EDTFParser.parse(day)) != nil, let year = Int(digits.prefix(4)), year >= 1996 else { return "its time is not a date" }
    guard WebAddress.isValid(String(rest.dropFirst(stamp.count + 1))) else { return "no address follows the time" }
    return nil
  }
}

extension DiagnosticKind {
  package static let sourcePlace = DiagnosticKind(
    "source.place",
    meaning: "A source says where it can be found: by an address, as a file in assets, or by the reason why there is neither.",
    wrong: .init("Content/facts/sources.yml", "first-paper:\n  title: A first paper\n  publisher: The Desk\n  kind: report\n"),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  unlinked: seen in print\n  kind: report\n"))

  package static let sourceBadArchive = DiagnosticKind(
    "source.bad-archive",
    meaning: "An archive's address that asks for a copy to be made, lists several or lacks its time does not show what the editor read.",
    wrong: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://example.org/paper\n  kind: report\n  archive_url: https://web.archive.org/web/2025*/https://example.org/paper\n"
    ),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://example.org/paper\n  kind: report\n  archive_url: https://web.archive.org/web/20250824153000/https://example.org/paper\n"
    ))

  package static let sourceNoArchive = DiagnosticKind(
    "source.no-archive", .hint,
    meaning: "About one news page in four is gone after ten years. A secondary source without an archived copy may be one of them.",
    wrong: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://example.org/paper\n  kind: report\n  tier: secondary\n"),
    right: .init(
      "Content/facts/sources.yml",
      "first-paper:\n  title: A first paper\n  publisher: The Desk\n  url: https://example.org/paper\n  kind: report\n  archive_url: https://web.archive.org/web/20250824153000/https://example.org/paper\n  tier: secondary\n"
    ))

  package static let actorSideCycle = DiagnosticKind(
    "actor.side-cycle",
    meaning:
      "`side` says for whom an actor speaks: a minister for a government, a government for a state. A chain that bites its tail says nothing.",
    wrong: .init(
      "Content/facts/actors.yml",
      "envoy:\n  name: The envoy\n  kind: person\n  side: council\ncouncil:\n  name: The council\n  kind: state\n  side: envoy\n"),
    right: .init(
      "Content/facts/actors.yml",
      "envoy:\n  name: The envoy\n  kind: person\n  side: council\ncouncil:\n  name: The council\n  kind: state\n"))
}

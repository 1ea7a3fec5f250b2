import Briefing
import Diagnostics
import EDTF
import Facts
import Foundation
import Templates
import TestKit
import YAML

/// A small briefing in memory, with the project's own templates and words.
enum BriefingFixture {
  private static let templates: [(path: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Templates")
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".mustache") || $0 == "strings.yml" }.sorted().compactMap { path in
      (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)).map { ("Templates/" + path, $0) }
    }
  }()

  static let content: [(path: String, text: String)] = [
    (
      "Content/briefing.yml",
      """
      format: 1
      title: The harbour talks
      question: Is there a truce in the harbour?
      answer: Not yet.
      as_of: 2025-08-31
      published: 2025-09-01
      language: en

      """
    ),
    ("Content/index.md", "The council [met](source:paper).\n"),
    (
      "Content/facts/actors.yml",
      """
      envoy:
        name: The envoy
        kind: person
        side: council
        role:
          - {title: Clerk, from: 2020, to: 2024-12}
          - {title: Envoy, from: 2025}
      council: {name: The council, kind: organisation, side: harbour}
      harbour: {name: Harbour, kind: state}

      """
    ),
    ("Content/facts/topics.yml", "truce: {label: Truce}\nships: {label: Ships, order: 1}\n"),
    (
      "Content/facts/sources.yml",
      """
      paper: {title: A paper, publisher: The Desk, date: 2025-08-18, unlinked: seen in print, kind: report}
      act: {title: An act, publisher: The Registry, unlinked: seen in print, kind: legislation, tier: primary}

      """
    ),
    (
      "Content/facts/events.yml",
      """
      meeting: {date: 2025-08-15, title: A meeting, actors: [envoy], topics: [truce], sources: [paper]}
      vote: {date: 2025-08-15, title: A vote, order: -1, part_of: meeting, sources: [paper]}
      before: {date: 2025-07, title: Before it, sources: [act, paper]}

      """
    ),
    (
      "Content/facts/claims.yml",
      """
      offer:
        text: The council offered a truce.
        kind: opinion
        claimant: envoy
        attributed_to: [council]
        wording: paraphrased
        date: 2025-08-17
        event: meeting
        about: [meeting, vote]
        topics: [truce]
        sources: [paper]
      refusal:
        text: There was no offer.
        kind: opinion
        claimant: [council, envoy]
        wording: paraphrased
        date: 2025-08-16
        sources: [act]
        relations: [{type: contradicts, claim: offer}]

      """
    ),
  ]

  /// Plans the briefing with other files laid over it.
  static func plan(_ files: [(path: String, text: String)] = [], assets: Set<String> = []) async -> Build.Plan {
    var texts = Dictionary((templates + content).map { ($0.path, $0.text) }) { $1 }
    for file in files { texts[file.path] = file.text }
    let sources = texts.sorted { $0.key < $1.key }.enumerated().map { source($0.element.value, path: $0.element.key, id: $0.offset) }
    return await Build.plan(Build.Input(files: sources, assets: assets, today: CivilDay(year: 2025, month: 9, day: 10), jobs: 1))
  }

  struct NotPlanned: Error {
    let codes: [String]
  }

  static func site(_ files: [(path: String, text: String)] = []) async throws -> Site {
    let plan = await plan(files)
    guard let site = plan.site else { throw NotPlanned(codes: plan.log.sorted.map { "\($0.code): \($0.message)" }) }
    return site
  }

  /// The project's own words.
  static let words: Wording = {
    var log = DiagnosticLog()
    let file = source(templates.first { $0.path == "Templates/strings.yml" }?.text ?? "", path: "Templates/strings.yml")
    let entries = YAMLReader.read(file, log: &log)?.mapping ?? []
    return Wording(
      Strings(
        entries: entries.compactMap { entry in
          entry.value.scalar.map { StringsEntry(key: entry.key, keySpan: entry.keySpan, text: $0.text, map: $0.map) }
        }, language: "en", declarations: BriefingWords.declarations))
  }()
}

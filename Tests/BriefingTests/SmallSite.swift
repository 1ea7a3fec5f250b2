import Diagnostics
import Foundation
import Testing

@testable import Briefing

/// A site made in this process from a few texts and the project's own templates.
struct SmallSite {
  let site: Site
  let map: SiteMap
  let prepared: PreparedViews

  /// - Parameters:
  ///   - content: Files of `Content`, by path below it, which replace or join the smallest ones.
  ///   - copied: The paths, in the site, of further files that are copied.
  init(_ content: [String: String] = [:], copied: Set<String> = []) async throws {
    let plan = await Build.plan(Self.input(content, copied: copied))
    let errors = plan.log.sorted.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.map(\.message))")
    site = try #require(plan.site)
    map = try #require(plan.map)
    prepared = await PreparedViews(site)
  }

  /// What such a site is built from.
  static func input(_ content: [String: String], copied: Set<String> = []) -> Build.Input {
    var texts = smallest.merging(content) { _, new in new }
    texts = Dictionary(uniqueKeysWithValues: texts.map { ("Content/\($0.key)", $0.value) }).merging(templates) { first, _ in first }
    let files = texts.sorted { $0.key < $1.key }.enumerated().map { SourceFile(id: FileID($0), path: $1.key, text: $1.value) }
    return Build.Input(files: files, assets: copied.union(["theme/brief.css", "theme/brief.js"]), today: nil, jobs: 2)
  }

  /// All files of the site, by path.
  func files() async -> [String: String] {
    Dictionary(uniqueKeysWithValues: await Build.render(site, map, jobs: 2).map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// One page, so that a test of a long list need not make all.
  func page(_ path: String) throws -> String {
    let entry = try #require(map.entries.first { $0.path == path }, "\(path)")
    return String(decoding: PageBuilder(site, prepared, entry: entry).render(), as: UTF8.self)
  }

  private static let smallest = [
    "briefing.yml": """
    format: 1
    title: The harbour talks
    question: Is there a truce?
    answer: Not yet.
    as_of: 2025-08-31
    published: 2025-09-01
    language: en

    """,
    "index.md": "Words.\n",
    "facts/actors.yml": "envoy:\n  name: The envoy\n  kind: person\ncouncil:\n  name: The council\n  kind: state\n  aka: [Rada, Рада]\n",
    "facts/topics.yml": "truce:\n  label: Truce\n",
    "facts/sources.yml": """
    paper:
      title: A paper
      publisher: The Desk
      date: 2025-08-18
      url: https://example.org/paper
      kind: article-newspaper

    """,
    "facts/events.yml":
      "meeting:\n  date: 2025-08-15\n  title: The council meets\n  topics: [truce]\n  actors: [council]\n  sources: [paper]\n",
    "facts/claims.yml": claim("offer", "The council offered a ceasefire.", date: "2025-08-17"),
  ]

  /// A claim as a record of `facts/claims.yml`.
  static func claim(_ id: String, _ text: String, date: String, fields: String = "") -> String {
    """
    \(id):
      text: "\(text)"
      kind: fact
      claimant: envoy
      attributed_to: [council]
      wording: paraphrased
      date: "\(date)"
      topics: [truce]
      sources: [paper]
      status:
        - value: unconfirmed
          as_of: 2025-09-01
          why: Only one side has spoken.
    \(fields)
    """
  }

  private static let templates: [String: String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var texts: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.appending(path: "Templates").path) ?? .init()
    where path.hasSuffix(".mustache") || path == "strings.yml" {
      texts["Templates/" + path] = try? String(contentsOf: root.appending(path: "Templates/" + path), encoding: .utf8)
    }
    return texts
  }()
}

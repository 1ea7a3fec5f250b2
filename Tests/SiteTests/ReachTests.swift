import Briefing
import Diagnostics
import EDTF
import TestKit
import Testing

/// Of a site that is built again after an edit, only files that may differ are made again; all others are as they were, to the byte.
@Suite struct ReachTests {
  private typealias Texts = [String: [String]]

  private static func input(_ files: Texts) -> Build.Input {
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return Build.Input(
      files: sorted.enumerated().map {
        SourceFile(id: FileID($0.offset), path: $0.element.key, text: $0.element.value.joined(separator: "\n"))
      },
      assets: ["theme/brief.css", "theme/brief.js", "assets/plan.svg"], today: CivilDay(year: 2025, month: 9, day: 10), jobs: 2)
  }

  /// Edits one line of the facts, or now and then of prose: a word more, or the value that the same field has elsewhere in the file.
  private static func edit(_ files: inout Texts, _ numbers: inout Numbers) -> String {
    let isFact = Int.random(in: 0..<8, using: &numbers) > 0
    let pool = files.keys.filter { isFact ? $0.hasPrefix("Content/facts/") : $0.hasSuffix(".md") }.sorted()
    guard let path = pool.randomElement(using: &numbers), var lines = files[path] else { return "nothing" }
    let wordy = lines.indices.filter { lines[$0].contains(where: \.isLetter) && !lines[$0].hasPrefix("---") }
    guard let index = wordy.randomElement(using: &numbers) else { return "nothing" }
    let old = lines[index]
    let field = old.split(separator: ":", maxSplits: 1).first.map(String.init) ?? old
    let others = isFact && old.contains(": ") ? lines.filter { $0.hasPrefix(field + ": ") && $0 != old } : []
    if Bool.random(using: &numbers), let other = others.randomElement(using: &numbers) {
      lines[index] = other
    } else {
      lines[index] += " anew"
    }
    files[path] = lines
    return "\(path):\(index + 1): \(old) -> \(lines[index])"
  }

  /// With an address of its own a site has more files, and pages say more of themselves.
  @Test(arguments: [("smallest", 70, nil), ("smallest", 50, "https://example.org/"), ("hafen", 60, nil)])
  func whatIsLeftIsAsItWas(_ name: String, _ edits: Int, _ address: String?) async {
    let sources = SiteFolder.allFiles(of: name).filter { !$0.path.contains("/assets/") && !$0.path.contains("/root/") }
    var original = Dictionary(sources.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self).components("\n")) }) { _, own in own }
    if let address { original["Content/briefing.yml"]?.append("base_url: \(address)") }
    var numbers = Numbers(state: 7)
    var files = original
    var memory = BuildMemory()
    var published: [String: [UInt8]] = [:]
    var (left, made, partial) = (0, 0, 0)
    for number in 0..<edits {
      let before = files
      let edit = number == 0 ? "the first build" : Self.edit(&files, &numbers)
      let input = Self.input(files)
      let plan = await Build.plan(input, reusing: &memory)
      let clean = await Build.plan(input)
      #expect(plan.log.sorted == clean.log.sorted, "\(edit)")
      guard plan.site != nil, let site = clean.site, let map = clean.map else {
        #expect(plan.site == nil && clean.site == nil, "\(edit)")
        files = before
        continue
      }
      let outputs = await Build.outputs(reusing: &memory)
      let rendered = Dictionary(await Build.render(site, map, jobs: 2).map { ($0.path, $0.bytes) }) { _, own in own }
      #expect(Set(outputs.map(\.path)) == Set(rendered.keys), "\(edit)")
      var stale: [String] = []
      for output in outputs {
        let bytes = output.isAsBefore ? published[output.path] : output.bytes()
        if bytes != rendered[output.path] { stale.append(output.path) }
      }
      #expect(stale == [], "\(edit)")
      memory.keepAsPublished()
      published = rendered
      left += outputs.count { $0.isAsBefore }
      made += outputs.count { !$0.isAsBefore }
      if outputs.contains(where: \.isAsBefore) { partial += 1 }
    }
    // Many builds left something alone, and a good part of all files.
    #expect(partial > edits / 8, "\(name): \(partial)")
    #expect(left > (left + made) / 8, "\(name): \(left) of \(left + made)")
  }
}

extension String {
  fileprivate func components(_ separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

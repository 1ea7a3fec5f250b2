import Briefing
import Diagnostics
import EDTF
import TestKit
import Testing

/// A build that reuses what was parsed before says and renders what one from nothing does, whatever was edited in between.
@Suite struct MemoryTests {
  private static let edits = 200

  private static func input(_ files: [String: [UInt8]]) -> Build.Input {
    let sorted = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.filter { !$0.key.contains("/assets/") }
    return Build.Input(
      files: sorted.enumerated().map { SourceFile(id: FileID($0.offset), path: $0.element.key, bytes: $0.element.value) },
      assets: ["theme/brief.css", "theme/brief.js"], today: CivilDay(year: 2025, month: 9, day: 10), jobs: 2)
  }

  /// Edits one file, or several in the way of a save that goes wrong, a file moved, or all put right again.
  private static func edit(_ files: inout [String: [UInt8]], _ original: [String: [UInt8]], _ numbers: inout Numbers) -> String {
    // Prose and facts more often than the words of the interface, and these more often than templates.
    let texts = files.keys.filter { !$0.contains("/assets/") }.sorted()
    let content = texts.filter { $0.hasPrefix("Content/") }
    let pool = Int.random(in: 0..<10, using: &numbers) < 8 ? content : texts
    guard let path = pool.randomElement(using: &numbers), let bytes = files[path] else { return "nothing" }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    let line = lines.indices.randomElement(using: &numbers) ?? 0
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0:
      lines.remove(at: line)
      files[path] = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      return "a line out of \(path)"
    case 1:
      lines.insert(lines[line], at: line)
      files[path] = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      return "a line of \(path) twice"
    case 2:
      files[path] = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &numbers)))
      return "\(path) cut off"
    case 3, 4, 5:
      let word = ["1861", "harbour", "envoy", "disputed", "**bold**", "\"quoted\"", "x"].randomElement(using: &numbers) ?? "x"
      lines[line] += Array((" " + word).utf8)
      files[path] = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      return "a word more in \(path)"
    case 6:
      files["Content/page-\(Int.random(in: 0..<6, using: &numbers)).md"] = Array("# A page\n\nWords of it, \"quoted\".\n".utf8)
      return "a page more"
    case 7:
      files["Content/page-\(Int.random(in: 0..<6, using: &numbers)).md"] = nil
      return "a page fewer"
    case 8:
      files[path] = original[path] == nil ? bytes : nil
      return "\(path) gone"
    default:
      for (path, bytes) in original { files[path] = bytes }
      return "all put right"
    }
  }

  @Test func hundredsOfRandomEditsComeOutAsFromNothing() async {
    let original = Dictionary(SiteFolder.allFiles(of: "smallest").map { ($0.path, $0.bytes) }) { _, own in own }
    var numbers = Numbers(state: 2025)
    var files = original
    var memory = BuildMemory()
    var rendered = 0
    var refused = 0
    for number in 0..<Self.edits {
      let edit = number == 0 ? "the first build" : Self.edit(&files, original, &numbers)
      let input = Self.input(files)
      let again = await Build.plan(input, reusing: &memory)
      let clean = await Build.plan(input)
      #expect(again.log.sorted == clean.log.sorted, "edit \(number): \(edit)")
      #expect(again.strictCodes == clean.strictCodes)
      guard let site = again.site, let map = again.map, let cleanSite = clean.site, let cleanMap = clean.map else {
        #expect(again.site == nil && clean.site == nil, "edit \(number): \(edit)")
        refused += 1
        continue
      }
      // What was parsed differently would mostly show in the next ones too, so that not every one is rendered.
      rendered += 1
      if rendered % 4 != 0 { continue }
      let pages = await Build.render(site, map, jobs: 2)
      let cleanPages = await Build.render(cleanSite, cleanMap, jobs: 2)
      #expect(pages.map(\.path) == cleanPages.map(\.path), "edit \(number): \(edit)")
      let differing = zip(pages, cleanPages).filter { $0.bytes != $1.bytes }.map(\.0.path)
      #expect(differing == [], "edit \(number): \(edit)")
    }
    // Both sorts were met often enough to mean something.
    #expect(rendered > Self.edits / 4)
    #expect(refused > Self.edits / 10)
  }
}

import Foundation
import Testing
import Workspace

/// What holds for every page of every site: links and anchors lead somewhere, ids are unique, headings are a stair, nothing runs inline.
@Suite struct LinkTests {
  @Test(arguments: ["smallest", "hafen", "the shipped briefing"])
  func pagesHoldTogether(_ name: String) async throws {
    let run = try await name == "the shipped briefing" ? SiteRun(path: SiteFolder.repository.path) : SiteRun(site: name)
    let texts = await run.pages()
    #expect(texts.count > 10, "\(run.report)")
    let pages = Dictionary(
      uniqueKeysWithValues: texts.filter { $0.path.hasSuffix(".html") }.map { ($0.path, HTMLPage($0.text)) })
    let files = Set(texts.map(\.path)).union(run.tree.assets.map(\.outputPath)).union(["manifest.json"])
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      let faults = page.faults + Self.structure(page) + Self.safety(page) + Self.links(page, at: path, pages: pages, files: files)
      #expect(faults == [], "\(path)")
    }
  }

  private static func structure(_ page: HTMLPage) -> [String] {
    var faults: [String] = []
    for (id, uses) in Dictionary(grouping: page.ids, by: { $0 }) where uses.count > 1 || id.isEmpty { faults.append("id \(id) twice") }
    let levels = page.headingLevels
    if levels.count(where: { $0 == 1 }) != 1 { faults.append("not one first heading: \(levels)") }
    for (last, next) in zip([1] + levels, levels) where next > last + 1 { faults.append("from heading \(last) to \(next)") }
    // A drawing may have a title of its own.
    let head = page.elements.prefix { $0.name != "body" }
    if head.count(where: { $0.name == "title" }) != 1 { faults.append("not one title") }
    for name in ["html", "head", "body", "main"] where page.elements.count(where: { $0.name == name }) != 1 {
      faults.append("not one <\(name)>")
    }
    if page.elements.first(where: { $0.name == "html" })?["lang"]?.isEmpty ?? true { faults.append("no language") }
    return faults
  }

  private static func safety(_ page: HTMLPage) -> [String] {
    page.elements.flatMap { element -> [String] in
      var faults: [String] = []
      if element["style"] != nil { faults.append("<\(element.name)> has a style of its own") }
      for attribute in element.attributes where attribute.name.hasPrefix("on") { faults.append("<\(element.name)> has \(attribute.name)") }
      if element.name == "script", element["src"] == nil, element["type"] != "application/ld+json" {
        faults.append("a script within the page")
      }
      if element.name == "style" { faults.append("a style within the page") }
      if element.name == "img", element["alt"] == nil { faults.append("a picture without alternative text") }
      return faults
    }
  }

  private static func links(_ page: HTMLPage, at path: String, pages: [String: HTMLPage], files: Set<String>) -> [String] {
    var faults: [String] = []
    let ids = Set(page.ids)
    for element in page.elements {
      for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"] {
        for id in (element[name] ?? "").split(separator: " ") where !ids.contains(String(id)) { faults.append("\(name) names \(id)") }
      }
      for name in ["href", "src", "xlink:href"] {
        guard let address = element[name] else { continue }
        if address.contains(/^(?:https?|mailto|tel|data):/) { continue }
        // The page that is shown where nothing is has to find the top from anywhere.
        if path == "404.html", address.hasPrefix("/") {
          let ends = address.split(separator: "#", maxSplits: 1).map(String.init)
          if let file = files.filter({ ends[0].hasSuffix("/" + $0) }).max(by: { $0.count < $1.count }),
            ends.count == 1 || pages[file]?.ids.contains(ends[1]) == true
          {
            continue
          }
        }
        if address.contains(/^[a-z]+:|^\/|\s/) {
          faults.append("\(name) \(address)")
          continue
        }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = resolve(parts[0], from: path)
        if !files.contains(target) {
          faults.append("\(address) leads nowhere")
        } else if parts.count > 1, let other = pages[target], !other.ids.contains(parts[1]) {
          faults.append("\(address): no such anchor")
        }
      }
    }
    return faults
  }

  private static func resolve(_ address: String, from page: String) -> String {
    if address.isEmpty { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  /// The checks find what they are for.
  @Test(arguments: [
    ("<p style=\"a\">", 1), ("<p onclick=\"a\">", 1), ("<script>a</script>", 1), ("<script src=\"a.js\"></script>", 0),
    ("<img src=\"a\">", 1),
  ])
  func unsafeTagsAreFound(_ text: String, _ count: Int) {
    #expect(Self.safety(HTMLPage(text)).count == count)
  }

  @Test(arguments: [
    ("<p><b></p></b>", 2), ("<p>", 1), ("<p a=b></p>", 1), ("<p a=\"b\"></p>", 0), ("<br><svg><path d=\"M0\"/></svg>", 0),
    ("<p title=\"a > b\" title=\"c\"></p>", 1), ("<!-- <p> -->", 0),
  ])
  func faultsAreFound(_ text: String, _ count: Int) {
    #expect(HTMLPage(text).faults.count == count, "\(HTMLPage(text).faults)")
  }

  @Test(arguments: [
    ("<a href=\"b.html\"></a>", 0), ("<a href=\"c.html\"></a>", 1), ("<a href=\"b.html#x\"></a>", 0), ("<a href=\"b.html#y\"></a>", 1),
    ("<a href=\"../b.html\"></a>", 0), ("<a href=\"/b.html\"></a>", 1), ("<a href=\"javascript:a\"></a>", 1), ("<a href=\"#z\"></a>", 1),
    ("<b aria-labelledby=\"z\"></b>", 1), ("<a href=\"https://example.org/\"></a>", 0),
  ])
  func deadLinksAreFound(_ text: String, _ count: Int) {
    let pages = ["a.html": HTMLPage(text), "b.html": HTMLPage("<p id=\"x\"></p>")]
    #expect(Self.links(HTMLPage(text), at: "a.html", pages: pages, files: ["a.html", "b.html"]).count == count)
  }
}

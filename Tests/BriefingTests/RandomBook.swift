import Diagnostics
import TestKit

@testable import Briefing

/// A few pages with random ids, and links from each to others, written in all forms that HTML and addresses allow.
struct RandomBook {
  private(set) var leaves: [Leaf] = []
  private(set) var texts: [String] = []
  /// By the number of the link: the anchor to which it should lead, and how it was written.
  private(set) var expected: [String] = []
  private(set) var written: [String] = []

  private static let paths = [
    "index.html", "a.html", "a/b.html", "a/b/c.html", "über uns.html", "x y/z.html", "q:r.html", "a/index.html", "100%.html",
  ]
  private static let ids = ["x", "main", "a.html:x", "ü", "50%", "a&b", "1", "A", "2025-08", "a\"b"]

  init(_ random: inout Numbers) {
    let paths = Array(Self.paths.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)))
    let ids = paths.map { _ in Array(Self.ids.shuffled(using: &random).prefix(Int.random(in: 0...5, using: &random))) }
    var taken: Set<String> = []
    let anchors = paths.map { OneFile.anchor(of: $0, besides: &taken) }
    for (place, path) in paths.enumerated() {
      var text = random.pick(["", "<!-- <main> -->", "<p id=\"outside\">", "<title><main></title>"])
      text += random.pick(["<main>", "<MAIN class='wrap' id=main>", "<main\n id=\"main\"\n>"])
      if random.chance(70) { text += "<h1>A page</h1>" }
      for id in ids[place] { text += "<p" + random.pick([" ", "\n"]) + Self.attribute("id", id, &random) + ">words</p>" }
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let target = Int.random(in: paths.indices, using: &random)
        let id = random.chance(60) ? random.pick(Self.ids) : nil
        let href = Self.address(from: path, to: paths[target], id, &random)
        let name = random.pick(["href", "HREF", "Href"])
        let link = "<a data-n=\"\(expected.count)\" class=b \(Self.attribute(name, href, &random)) hidden>x</a>"
        text += link
        let isThere = id.map { ids[target].contains($0) } ?? false
        expected.append(anchors[target] + (isThere ? ":" + (id ?? "") : ""))
        written.append("\(path): \(link)")
      }
      text += random.pick(["</main>", "</main ><p id=\"after\">", "</MAIN>"])
      texts.append(text)
      leaves.append(Leaf(SiteMap.Entry(path: path, content: .page), anchor: anchors[place], page: Array(text.utf8)))
    }
  }

  /// An attribute in one of its forms.
  private static func attribute(_ name: String, _ value: String, _ random: inout Numbers) -> String {
    let plain = value.replacing("&", with: "&amp;").replacing("\"", with: random.chance(50) ? "&quot;" : "&#34;")
    let isBare = !plain.isEmpty && plain.allSatisfy { !$0.isWhitespace && !"\"'=<>`".contains($0) }
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where isBare: return "\(name)=\(plain)"
    case 1 where !plain.contains("'"): return "\(name) = '\(plain)'"
    case 2: return "\(name)\n=\n\"\(plain)\""
    default: return "\(name)=\"\(plain)\""
    }
  }

  /// A relative address from one page to another, in one of its forms.
  private static func address(from: String, to: String, _ id: String?, _ random: inout Numbers) -> String {
    var start = from.split(separator: "/").dropLast()
    var end = to.split(separator: "/")
    if random.chance(80) {
      while let first = start.first, end.count > 1, first == end[0] {
        start = start.dropFirst()
        end = Array(end.dropFirst())
      }
    }
    let isEncoded = random.chance(50) || to.contains("%")
    let path = end.joined(separator: "/")
    var href = String(repeating: "../", count: start.count) + (isEncoded ? PercentEncoding.encoded(path) : path)
    if random.chance(30) || href.contains(":") { href = "./" + href }
    if random.chance(15) { href = "x/../" + href }
    if from == to, id != nil, random.chance(60) { href = "" }
    if href.hasSuffix("/index.html"), random.chance(40) { href = String(href.dropLast("index.html".count)) }
    if random.chance(15) { href += "?topics=a:b&x=1" }
    guard let id else { return href }
    return href + "#" + (random.chance(50) || id.contains("%") ? PercentEncoding.encoded(id) : id)
  }
}

import Testing

@testable import Preview

@Suite struct MediaTypeTests {
  @Test(arguments: [
    ("index.html", "text/html; charset=utf-8"),
    ("claims/a.HTML", "text/html; charset=utf-8"),
    ("theme/brief.css", "text/css; charset=utf-8"),
    ("theme/brief.js", "text/javascript; charset=utf-8"),
    ("data/briefing.json", "application/json"),
    ("claims.csv", "text/csv; charset=utf-8"),
    ("assets/map.svg", "image/svg+xml"),
    ("feed.atom", "application/atom+xml"),
    ("archive.tar.gz", "application/gzip"),
    ("CNAME", "application/octet-stream"),
    (".html", "application/octet-stream"),
    ("a.b/c", "application/octet-stream"),
    ("", "application/octet-stream"),
  ])
  func isKnownByTheEnding(path: String, type: String) {
    #expect(MediaType.of(path: path) == type)
  }
}

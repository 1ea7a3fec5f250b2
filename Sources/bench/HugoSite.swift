/// The same site for Hugo: the same Markdown, and pages from the same files of facts by content adapters, in a layout of like size.
enum HugoSite {
  /// - Parameters:
  ///   - site: a generated site, as `GeneratedSite` writes it.
  ///   - folder: where Hugo's site is to stand.
  static func write(from site: String, to folder: String, scratch: String) throws(BenchFailure) {
    for part in ["content/\(GeneratedSite.pages)", "content/claims", "content/events", "data", "layouts/_default"] {
      try PlainFiles.makeFolder(folder + "/" + part)
    }
    try ChildProcess.need(
      "cp", ["-R", site + "/Content/\(GeneratedSite.pages)/.", folder + "/content/\(GeneratedSite.pages)/"], scratch: scratch)
    for kind in ["claims", "events"] {
      try ChildProcess.need("cp", ["-R", site + "/Content/facts/\(kind)", folder + "/data/\(kind)"], scratch: scratch)
      try PlainFiles.write(adapter(kind), to: folder + "/content/\(kind)/_content.gotmpl")
      try PlainFiles.makeFolder(folder + "/layouts/\(kind)")
    }
    try PlainFiles.write(settings, to: folder + "/hugo.toml")
    try PlainFiles.write(layout(main: "{{ .Content }}"), to: folder + "/layouts/_default/single.html")
    try PlainFiles.write(layout(main: listing), to: folder + "/layouts/_default/list.html")
    try PlainFiles.write(layout(main: listing), to: folder + "/layouts/index.html")
    try PlainFiles.write(layout(main: claim), to: folder + "/layouts/claims/single.html")
    try PlainFiles.write(layout(main: event), to: folder + "/layouts/events/single.html")
  }

  private static let settings = """
    baseURL = "https://example.org/"
    title = "A briefing for measuring"
    uglyURLs = true
    disableKinds = ["taxonomy", "term", "rss", "sitemap"]
    [markup.highlight]
    codeFences = false

    """

  private static func adapter(_ kind: String) -> String {
    """
    {{ range $part := hugo.Data.\(kind) }}{{ range $id, $record := $part }}
    {{ $.AddPage (dict "path" $id "title" ($record.text | default $record.title) "params" (dict "record" $record)) }}
    {{ end }}{{ end }}

    """
  }

  private static let listing = "<ol>{{ range .RegularPages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ol>"

  private static let claim = """
    {{ with .Params.record }}<p>{{ .kind }} · {{ .claimant }} · {{ .date }} · {{ .wording }}</p><p>{{ .event }}</p>
    <ul>{{ range .topics }}<li>{{ . }}</li>{{ end }}</ul><ul>{{ range .sources }}<li>{{ . }}</li>{{ end }}</ul>
    <table><caption>Evidence</caption>{{ range .evidence }}<tr><td>{{ .source }}</td><td>{{ .weight }}</td><td>{{ .strength }}</td><td>{{ .note | markdownify }}</td></tr>{{ end }}</table>
    <ol>{{ range .status }}<li>{{ .value }} ({{ .as_of }}): {{ .why | markdownify }}</li>{{ end }}</ol>{{ end }}
    """

  private static let event = """
    {{ with .Params.record }}<p>{{ .kind }} · {{ .date }}</p><p>{{ .summary | markdownify }}</p>
    <ul>{{ range .actors }}<li>{{ . }}</li>{{ end }}</ul><ul>{{ range .topics }}<li>{{ . }}</li>{{ end }}</ul>
    <ul>{{ range .sources }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}
    """

  private static func layout(main: String) -> String {
    let links = (1...12).map { "<li><a href=\"/part-\($0).html\">A part of the briefing, number \($0)</a></li>" }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{{ .Title }}</title>
      <meta name="description" content="{{ .Description }}">
      <link rel="canonical" href="{{ .Permalink }}">
      <link rel="stylesheet" href="/theme/style.css">
      </head>
      <body>
      <header><a href="/">{{ site.Title }}</a><nav aria-label="Parts"><ul>
      \(links)
      </ul></nav></header>
      <main id="main"><h1>{{ .Title }}</h1>
      \(main)
      </main>
      <footer><p>As of 12 September 2025.</p></footer>
      </body>
      </html>

      """
  }
}

import Facts

/// The files that hosts read, from one set of rules.
struct HostFiles {
  private let rules: HostRules
  private let choices: [HostingChoice]

  init(_ site: Site) {
    rules = HostRules(site)
    choices = site.settings.hosting
  }

  /// The paths that are brief's own where these words are written.
  static func paths(of choices: [HostingChoice]) -> [String] {
    choices.compactMap { choice in
      switch choice {
      case .netlify, .cloudflare: "_headers"
      case .apache: ".htaccess"
      case .nginx: "nginx.conf"
      case .vercel: "vercel.json"
      case .gzip, .integrity: nil
      }
    }
  }

  /// The files that were asked for, sorted by path.
  var outputs: [Build.Output] {
    var files: [(path: String, text: String)] = []
    if choices.contains(.apache) { files.append((".htaccess", apache)) }
    if choices.contains(where: { $0 == .netlify || $0 == .cloudflare }) { files.append(("_headers", headers)) }
    if choices.contains(.nginx) { files.append(("nginx.conf", nginx)) }
    if choices.contains(.vercel) { files.append(("vercel.json", vercel)) }
    return files.map { path, text in Build.Output(path: path) { Array(text.utf8) } }
  }

  /// A path and what follows: rules of Netlify and Cloudflare Pages. Where several rules fit, both send all, and what one of them repeats
  /// would be sent twice: the general rule says nothing of caching.
  private var headers: String {
    var text = ""
    func rule(_ path: String, _ headers: [HostRules.Header]) {
      text += "\(rules.root)\(path)\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
    }
    rule("*", HostRules.everywhere)
    for folder in HostRules.lastingFolders { rule(folder + "*", [HostRules.lasting]) }
    for folder in HostRules.sharedFolders { rule(folder + "*", [HostRules.shared]) }
    return text
  }

  private var apache: String {
    let everywhere = HostRules.everywhere.map { "  Header always set \($0.name) \"\($0.value)\"\n" }.joined()
    func folders(_ folders: [String]) -> String {
      "m#^\(rules.root)(\(folders.map { $0.dropLast() }.joined(separator: "|")))/#"
    }
    let packed =
      choices.contains(.gzip)
      ? """
      <IfModule mod_rewrite.c>
        RewriteEngine On
        RewriteCond %{HTTP:Accept-Encoding} gzip
        RewriteCond %{REQUEST_FILENAME}.gz -f
        RewriteRule ^(.+)\\.(html|css|js|json)$ $1.$2.gz [L,E=no-gzip:1]
        <FilesMatch "\\.gz$">
          Header set Content-Encoding gzip
          Header append Vary Accept-Encoding
        </FilesMatch>
        <FilesMatch "\\.html\\.gz$">
          ForceType "text/html; charset=utf-8"
        </FilesMatch>
        <FilesMatch "\\.css\\.gz$">
          ForceType text/css
        </FilesMatch>
        <FilesMatch "\\.js\\.gz$">
          ForceType text/javascript
        </FilesMatch>
        <FilesMatch "\\.json\\.gz$">
          ForceType application/json
        </FilesMatch>
      </IfModule>

      """ : ""
    return """
      ErrorDocument 404 \(rules.root)404.html
      AddDefaultCharset utf-8
      <IfModule mod_headers.c>
      \(everywhere)  Header set \(HostRules.passing.name) "\(HostRules.passing.value)"
        <If "%{REQUEST_URI} =~ \(folders(HostRules.lastingFolders))">
          Header set \(HostRules.lasting.name) "\(HostRules.lasting.value)"
        </If>
        <If "%{REQUEST_URI} =~ \(folders(HostRules.sharedFolders))">
          Header set \(HostRules.shared.name) "\(HostRules.shared.value)"
        </If>
      </IfModule>
      \(packed)
      """
  }

  /// To be included within `server`. A location with headers of its own takes over none: each says all.
  private var nginx: String {
    func lines(_ headers: [HostRules.Header]) -> String {
      headers.map { "  add_header \($0.name) \"\($0.value)\" always;\n" }.joined()
    }
    let packed = choices.contains(.gzip) ? "gzip_static on;\n" : ""
    let general = HostRules.everywhere
    var text = "# include this file within server { }, beside its root\nerror_page 404 \(rules.root)404.html;\ncharset utf-8;\n\(packed)"
    text += "location \(rules.root) {\n\(lines(general + [HostRules.passing]))}\n"
    for folder in HostRules.lastingFolders { text += "location \(rules.root)\(folder) {\n\(lines(general + [HostRules.lasting]))}\n" }
    for folder in HostRules.sharedFolders {
      text += "location \(rules.root)\(folder) {\n\(lines(general + [HostRules.passing, HostRules.shared]))}\n"
    }
    return text
  }

  private var vercel: String {
    func rule(_ source: String, _ headers: [HostRules.Header]) -> String {
      let list = headers.map { "        {\"key\": \"\($0.name)\", \"value\": \"\($0.value)\"}" }.joined(separator: ",\n")
      return "    {\n      \"source\": \"\(source)\",\n      \"headers\": [\n\(list)\n      ]\n    }"
    }
    let all =
      [rule("\(rules.root)(.*)", HostRules.everywhere + [HostRules.passing])]
      + HostRules.lastingFolders.map { rule("\(rules.root)\($0)(.*)", [HostRules.lasting]) }
      + HostRules.sharedFolders.map { rule("\(rules.root)\($0)(.*)", [HostRules.shared]) }
    return "{\n  \"headers\": [\n\(all.joined(separator: ",\n"))\n  ]\n}\n"
  }
}

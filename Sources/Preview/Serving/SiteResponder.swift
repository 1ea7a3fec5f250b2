/// From a request to its answer: pure but for the files that are read.
struct SiteResponder: Sendable {
  let site: PreviewedSite
  let hosts: AllowedHosts
  /// The path below which the site's absolute links look for it, as `/briefings/harbour/`: that of `base_url`. `/` if there is none.
  let base: String
  let problems: [Problem]

  enum Answer: Sendable {
    case response(Response)
    /// The stream of events.
    case events
  }

  func answer(_ request: RequestHead) -> Answer {
    guard hosts.allow(request["host"]) else {
      return .response(
        .words(403, "This preview answers only under an address, as localhost, or under the name that `--host` gave, not under this one."))
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .response(.words(405, "Only GET and HEAD are answered here.", fields: [.init("Allow", "GET, HEAD")]))
    }
    let path = request.target.prefix { $0 != "?" && $0 != "#" }
    if path == ReloadClient.eventsPath, request.method == "GET" { return .events }
    var response = respond(to: request, path)
    response.leavesBodyOut = request.method == "HEAD"
    return .response(response)
  }

  private func respond(to request: RequestHead, _ path: Substring) -> Response {
    if path.hasPrefix(ReloadClient.folder) { return ownFile(path, request) }
    // The site stands at the top, where its relative links work, and below the path of its absolute ones.
    var root = "/"
    var rest = path
    if base != "/" {
      if path == base.dropLast() { return redirect(to: base) }
      if path.hasPrefix(base) {
        root = base
        rest = path.dropFirst(base.count - 1)
      }
    }
    guard let wanted = RequestPath(rest) else { return missing("", root, request) }
    switch site.item(wanted.file) {
    case .file(let bytes): return file(bytes, wanted.file, root, request)
    case .folder:
      guard case .file = site.item(wanted.file + "/index.html") else { return missing(wanted.file, root, request) }
      return redirect(to: root + RequestPath.encoded(wanted.file) + "/")
    case .nothing: return missing(wanted.file, root, request)
    }
  }

  private func redirect(to address: String) -> Response {
    .words(308, "It is at \(address)", fields: [.init("Location", address)])
  }

  private func file(_ bytes: [UInt8], _ path: String, _ root: String, _ request: RequestHead) -> Response {
    let type = MediaType.of(path: path)
    let tag = EntityTag(of: bytes)
    guard type == MediaType.page else { return whole(bytes, type, tag, request) }
    let sent = PageAmendment(path: path, root: root, version: tag.text).amend(bytes)
    return whole(sent, type, EntityTag(text: "\(tag.text)-\(ReloadClient.tag.text)"), request)
  }

  /// A file or a part of it, or that it is the same as the one that the browser has.
  private func whole(_ bytes: [UInt8], _ type: String, _ tag: EntityTag, _ request: RequestHead) -> Response {
    var fields = [Response.Field("ETag", tag.field), Response.Field("Accept-Ranges", "bytes")]
    if tag.isNamed(in: request["if-none-match"]) { return Response(status: 304, fields: fields) }
    fields.append(.init("Content-Type", type))
    // A range is for GET alone (RFC 9110, section 14.2).
    let asked = request.method == "GET" && tag.allowsRange(by: request["if-range"]) ? request["range"] : nil
    switch ByteRange(asked, size: bytes.count) {
    case .whole: return Response(status: 200, fields: fields, body: bytes)
    case .part(let range):
      fields.append(.init("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"))
      return Response(status: 206, fields: fields, body: Array(bytes[range]))
    case .beyond:
      return .words(416, "The file has \(bytes.count) bytes.", fields: [.init("Content-Range", "bytes */\(bytes.count)")])
    }
  }

  /// The site's own page for what is not there. It is loaded anew when there is something.
  private func missing(_ path: String, _ root: String, _ request: RequestHead) -> Response {
    var page = Self.plainPage
    if case .file(let bytes) = site.item("404.html") { page = bytes }
    let body = PageAmendment(path: path, root: root, version: Self.noVersion).amend(page)
    return Response(status: 404, fields: [.init("Content-Type", MediaType.page)], body: body)
  }

  /// What a page that is not there has for a version.
  static let noVersion = "none"

  private static let plainPage = Array(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Not here</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
    <body><h1>Not here</h1><p>The site has no such page. As soon as it has one, it is shown here.</p></body>
    </html>

    """.utf8)

  /// The reload client, and the state that it asks for.
  private func ownFile(_ path: Substring, _ request: RequestHead) -> Response {
    switch path {
    case ReloadClient.scriptPath: return whole(Array(ReloadClient.script.utf8), MediaType.script, ReloadClient.tag, request)
    case ReloadClient.stylePath:
      return whole(Array(ReloadClient.style.utf8), MediaType.style, EntityTag(of: ReloadClient.style.utf8), request)
    default: break
    }
    guard path.hasPrefix(ReloadClient.statePath + "/") else { return .words(404, "The preview has no such file of its own.") }
    var version = Self.noVersion
    if let wanted = RequestPath(path.dropFirst(ReloadClient.statePath.count)), case .file(let bytes) = site.item(wanted.file) {
      version = EntityTag(of: bytes).text
    }
    return Response(
      status: 200, fields: [.init("Content-Type", MediaType.json)],
      body: Array(EventText.state(version: version, problems: problems).utf8))
  }
}

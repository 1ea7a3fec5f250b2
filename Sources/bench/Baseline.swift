/// What any generator must do at the least: read the Markdown, render it, and write as many files of the same sizes.
///
/// The list that it is given has a line for each file to write: its size, a space, its path. A page whose Markdown stands at the same path in
/// the site's `Content` is read and rendered, and cut or filled to its size; every other file is filler.
enum Baseline {
  static func run(site: String, output: String, list: String, jobs: Int) async throws {
    let lines = String(decoding: try PlainFiles.read(list), as: UTF8.self).split(separator: "\n")
    let files = lines.compactMap { line -> (size: Int, path: String)? in
      guard let space = line.firstIndex(of: " "), let size = Int(line[..<space]) else { return nil }
      return (size, String(line[line.index(after: space)...]))
    }
    let folders = Set(files.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") })
    for folder in folders.sorted() { try PlainFiles.makeFolder(output + "/" + folder) }
    let work = files
    try await withThrowingTaskGroup(of: Void.self) { group in
      for job in 0..<jobs {
        group.addTask {
          for index in stride(from: job, to: work.count, by: jobs) {
            try make(work[index].path, size: work[index].size, site: site, output: output)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func make(_ path: String, size: Int, site: String, output: String) throws(BenchFailure) {
    var bytes: [UInt8] = []
    if path.hasPrefix(GeneratedSite.pages + "/"), path.hasSuffix(".html") {
      bytes = PlainRendering.html(body(of: try PlainFiles.read(site + "/Content/" + path.dropLast(5) + ".md")))
    }
    if bytes.count > size { bytes.removeLast(bytes.count - size) }
    bytes += repeatElement(UInt8(ascii: "x"), count: size - bytes.count)
    try PlainFiles.write(bytes, to: output + "/" + path)
  }

  /// The text behind the front matter.
  private static func body(of markdown: [UInt8]) -> ArraySlice<UInt8> {
    let fence = Array("\n---\n".utf8)
    var index = 4
    while index + fence.count <= markdown.count {
      if markdown[index] == fence[0], markdown[index...].starts(with: fence) { return markdown[(index + fence.count)...] }
      index += 1
    }
    return markdown[...]
  }
}

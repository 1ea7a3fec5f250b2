import Briefing
import Diagnostics
import Editing
import Facts

/// Where records are named, file by file; a file is looked through again only when it has changed.
struct MentionIndex: Sendable {
  private var files: [String: (file: SourceFile, mentions: [Mention])] = [:]

  /// Brings the index to what the files are now. A file that does not parse keeps nothing.
  mutating func update(_ current: [SourceFile], skipping: Set<FileID>) {
    var next: [String: (file: SourceFile, mentions: [Mention])] = [:]
    for file in current where file.path.hasPrefix("Content/") && !skipping.contains(file.id) {
      if let known = files[file.path], known.file.id == file.id, known.file.bytes == file.bytes {
        next[file.path] = known
      } else {
        next[file.path] = (file, Mention.all(in: file))
      }
    }
    files = next
  }

  /// The mention at an offset; its end counts as well, since that is where a cursor stands behind a word.
  func mention(in path: String, at offset: Int) -> Mention? {
    files[path]?.mentions.first { $0.span.start <= offset && offset <= $0.span.end }
  }

  /// All mentions of a record, in the order of files and places.
  func mentions(of key: FactKey, definitions: Bool) -> [(file: SourceFile, mention: Mention)] {
    files.values.flatMap { entry in
      entry.mentions.filter { $0.key == key && (definitions || !$0.isDefinition) }.map { (entry.file, $0) }
    }.sorted { ($0.file.path, $0.mention) < ($1.file.path, $1.mention) }
  }

  /// The places where a record stands. Where its file does not parse, the line that begins with its id.
  func definitions(of key: FactKey, in current: [SourceFile]) -> [(file: SourceFile, span: SourceSpan)] {
    let found = mentions(of: key, definitions: true).filter(\.mention.isDefinition)
    if !found.isEmpty { return found.map { ($0.file, $0.mention.span) } }
    let start = Array((key.id + ":").utf8)
    return current.filter { FactKind(path: $0.path) == key.kind }.flatMap { file in
      file.lineStarts.map { Int($0) }.filter { file.bytes[$0...].starts(with: start) }
        .map { (file, file.span($0..<$0 + key.id.utf8.count)) }
    }
  }

  /// The records of a file, in their order.
  func definitions(in path: String) -> [Mention] {
    files[path]?.mentions.filter(\.isDefinition) ?? []
  }
}

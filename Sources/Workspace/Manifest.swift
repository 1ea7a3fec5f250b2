package import Diagnostics

/// `manifest.json` in the output folder: which files there are ours, and what is in them.
///
/// While a build writes, it holds the paths of both the earlier build and this one, without digests where the bytes are about to change: a
/// path that stands in it is ours, whether or not the build came to its end.
package struct Manifest: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// Relative to the output folder.
    package let path: String
    /// In bytes; nil while a build writes.
    package let size: Int?
    /// Nil while a build writes.
    package let digest: Digest?

    package init(path: String, size: Int?, digest: Digest?) {
      self.path = path
      self.size = size
      self.digest = digest
    }
  }

  package let header: ManifestHeader
  /// Sorted by the bytes of the path, each path once.
  package let entries: [Entry]

  package init(header: ManifestHeader, entries: [Entry]) {
    self.header = header
    self.entries = entries
  }

  package static let fileName = "manifest.json"
  /// The version of the format; a manifest of another version is not read.
  package static let version = 1
}

// MARK: - Writing

extension Manifest {
  /// The one way in which this manifest is written: a line a file, so that two of them can be compared.
  package var json: [UInt8] {
    ManifestText(self).bytes
  }
}

// MARK: - Reading

extension Manifest {
  /// Reads a manifest. Names that it does not know are passed over; paths come out sorted, each once.
  package init(json: [UInt8]) throws(JSONFault) {
    var reader = JSONCursor(json)
    var texts: [String: String] = [:]
    var entries: [Entry] = []
    var version: Int?
    var warnings: Int?
    try reader.beginObject()
    while let name = try reader.nextName() {
      switch name {
      case "schema_version": version = try reader.integer()
      case "warnings": warnings = try reader.integer()
      case "generator", "cmark", "sources", "review_by": texts[name] = try reader.string()
      case "files":
        try reader.beginArray()
        while try reader.nextElement() { entries.append(try Self.entry(&reader)) }
      default: try reader.skipValue()
      }
    }
    try reader.end()
    guard let version else { throw JSONFault(offset: 0, reason: "it has no `schema_version`") }
    guard version == Self.version else { throw JSONFault(offset: 0, reason: "its `schema_version` is \(version), not \(Self.version)") }
    self.init(
      header: ManifestHeader(
        generator: texts["generator"] ?? "", cmark: texts["cmark"] ?? "", sources: texts["sources"] ?? "", warnings: warnings,
        reviewBy: texts["review_by"]),
      entries: Self.sorted(entries))
  }

  private static func entry(_ reader: inout JSONCursor) throws(JSONFault) -> Entry {
    let start = reader.offset
    var path: String?
    var size: Int?
    var digest: Digest?
    try reader.beginObject()
    while let name = try reader.nextName() {
      switch name {
      case "path": path = try reader.string()
      case "size": size = try reader.integer()
      case "sha256": digest = Digest(hex: Array(try reader.string().utf8))
      default: try reader.skipValue()
      }
    }
    // A path that could not have been ours must never lead to a removal.
    guard let path, OutputPath.trouble(in: path) == nil else { throw JSONFault(offset: start, reason: "a file has no proper `path`") }
    return Entry(path: path, size: size, digest: digest)
  }

  private static func sorted(_ entries: [Entry]) -> [Entry] {
    let sorted = entries.sorted { OutputPath.precedes($0.path, $1.path) }
    var result: [Entry] = []
    result.reserveCapacity(sorted.count)
    for entry in sorted where result.last?.path != entry.path { result.append(entry) }
    return result
  }
}

/// A file to be published: a path and its whole bytes, or a file on the disk to be copied.
package struct OutputFile: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// The absolute path of a file, which is read when it is compared and copied.
    case copy(of: String)
  }

  /// Relative to the output folder, with `/` between folders.
  package let path: String
  package let content: Content

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  package init(copying asset: AssetFile) {
    path = asset.outputPath
    content = .copy(of: asset.location)
  }
}

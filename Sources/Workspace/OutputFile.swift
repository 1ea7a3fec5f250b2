/// A file to be published: a path and the way to its whole bytes, or a file on the disk to be copied.
package struct OutputFile: Sendable {
  package enum Content: Sendable {
    /// Made when they are compared or written, so that the bytes of a whole site need not be held at once. Every call gives the same bytes.
    case made(@Sendable () -> [UInt8])
    /// The absolute path of a file, which is read when it is compared and copied.
    case copy(of: String)
  }

  /// Relative to the output folder, with `/` between folders.
  package let path: String
  package let content: Content

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path) { bytes }
  }

  package init(path: String, making bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    content = .made(bytes)
  }

  package init(copying asset: AssetFile) {
    path = asset.outputPath
    content = .copy(of: asset.location)
  }
}

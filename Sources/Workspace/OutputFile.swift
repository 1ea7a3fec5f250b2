/// A file to be published: a path and the way to its whole bytes, or a file on the disk to be copied.
package struct OutputFile: Sendable {
  package indirect enum Content: Sendable {
    /// Made when they are compared or written, so that the bytes of a whole site need not be held at once. Every call gives the same bytes.
    case made(@Sendable () -> [UInt8])
    /// The same, under a path that changes with the bytes: a file that we wrote there, with the size that it had, need not be made again.
    case settled(@Sendable () -> [UInt8])
    /// The absolute path of a file, which is read when it is compared and copied.
    case copy(of: String)
    /// Made of the bytes of another.
    case changed(Content, @Sendable ([UInt8]) -> [UInt8])
  }

  /// Relative to the output folder, with `/` between folders.
  package let path: String
  package let content: Content
  /// Whether its bytes are known to be those of the last publication that the same `PublicationMemory` has seen.
  package let isAsBefore: Bool

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, making: { bytes })
  }

  package init(path: String, isAsBefore: Bool = false, making bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.isAsBefore = isAsBefore
    content = .made(bytes)
  }

  /// Whether it is a page, by its path.
  package var isPage: Bool {
    Self.isPage(path)
  }

  /// Whether a file under this path is a page.
  package static func isPage(_ path: String) -> Bool {
    path.hasSuffix(".html")
  }

  /// - Parameter bytes: What stands under this path, and never anything else.
  package init(path: String, settling bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    isAsBefore = false
    content = .settled(bytes)
  }

  /// - Parameter path: Where it is copied to, if not where it says.
  package init(copying asset: AssetFile, to path: String? = nil) {
    self.path = path ?? asset.outputPath
    isAsBefore = false
    content = .copy(of: asset.location)
  }

  /// Another file, made of this one's bytes, with an ending after its name.
  package func changed(ending: String, _ change: @escaping @Sendable ([UInt8]) -> [UInt8]) -> OutputFile {
    OutputFile(path: path + ending, isAsBefore: isAsBefore, content: .changed(content, change))
  }

  private init(path: String, isAsBefore: Bool, content: Content) {
    self.path = path
    self.isAsBefore = isAsBefore
    self.content = content
  }
}

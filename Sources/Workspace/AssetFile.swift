/// A file that is copied as it is: from `Content/assets`, `Content/root` or `Templates/assets`. Its bytes stay on the disk.
package struct AssetFile: Sendable, Hashable {
  /// Relative to the project's root, as a `SourceFile`'s path.
  package let path: String
  /// Where it is copied to, relative to the output folder: `assets/…`, the top, or `theme/…`.
  package let outputPath: String
  /// In bytes.
  package let size: Int
  /// The absolute path under which it is read, without links.
  package let location: String

  package init(path: String, outputPath: String, size: Int, location: String) {
    self.path = path
    self.outputPath = outputPath
    self.size = size
    self.location = location
  }

  /// Reads it whole.
  package func bytes() throws(WorkspaceError) -> [UInt8] {
    do throws(DiskFault) {
      return try Disk.real.read(location)
    } catch {
      throw WorkspaceError("read", path, error)
    }
  }

  /// Whether it comes from `Content/root`, so that it may stand in a folder that we have not written yet.
  package var isRootFile: Bool {
    path.hasPrefix(SourceNames.rootFolder)
  }
}

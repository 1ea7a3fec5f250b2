/// A file of brief's own outside of every project: what may be lost without harm.
///
/// It stands in `brief` below `$XDG_CACHE_HOME`, or below `.cache` in the home folder (XDG Base Directory Specification).
package struct CacheFile: Sendable {
  /// The absolute path; nil where the environment names no home.
  package let path: String?
  private let disk: Disk

  /// - Parameter name: The file's name, such as `links.json`.
  package init(_ name: String) {
    self.init(name, cache: Surroundings.environment("XDG_CACHE_HOME"), home: Surroundings.environment("HOME"), disk: .real)
  }

  init(_ name: String, cache: String?, home: String?, disk: Disk) {
    // A relative path is none, says the specification.
    let root = cache.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home.flatMap { $0.hasPrefix("/") ? $0 + "/.cache" : nil }
    path = root.map { $0 + "/brief/" + name }
    self.disk = disk
  }

  /// Its bytes; nil where there are none, or none that can be read.
  package func read() -> [UInt8]? {
    guard let path else { return nil }
    return try? disk.read(path)
  }

  /// Replaces it whole; the folders above it are made.
  package func write(_ text: String) throws(WorkspaceError) {
    guard let path else { return }
    let folders = OutputPath.folders(above: path).reversed()
    for folder in folders where !folder.isEmpty {
      do throws(DiskFault) { try disk.makeFolder(folder) } catch  where error == .exists {} catch {
        if (try? disk.status(folder, true))?.kind != .folder { throw WorkspaceError("make the folder", folder, error) }
      }
    }
    let temporary = path + ".new"
    do throws(DiskFault) {
      try? disk.removeFile(temporary)
      try disk.create(temporary, Array(text.utf8))
      try disk.rename(temporary, path)
    } catch {
      try? disk.removeFile(temporary)
      throw WorkspaceError("write", path, error)
    }
  }
}

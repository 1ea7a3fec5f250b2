/// Writes single files of a project, each whole: beside its place, and then renamed.
package struct ProjectFiles: Sendable {
  private let project: String
  private let disk: Disk

  package init(project: String) {
    self.init(project: project, disk: .real)
  }

  init(project: String, disk: Disk) {
    self.project = project
    self.disk = disk
  }

  /// Writes a file, and makes the folders above it that are missing.
  ///
  /// - Parameter path: Relative to the project's folder, without `..`.
  /// - Returns: Whether anything was written: a file that holds these bytes already is not touched.
  package func write(_ path: String, _ bytes: [UInt8]) throws(WorkspaceError) -> Bool {
    do throws(DiskFault) {
      var folder = try disk.realPath(project)
      for name in path.split(separator: "/").dropLast() {
        folder += "/" + name
        do throws(DiskFault) {
          try disk.makeFolder(folder)
        } catch .exists {
        }
      }
      let place = folder + "/" + (path.split(separator: "/").last ?? "")
      if (try? disk.holds(place, bytes)) == true { return false }
      let temporary = folder + "/" + OutputPath.temporaryPrefix + "file"
      try? disk.removeFile(temporary)
      do throws(DiskFault) {
        try disk.create(temporary, bytes)
        try disk.rename(temporary, place)
      } catch {
        try? disk.removeFile(temporary)
        throw error
      }
      return true
    } catch {
      throw WorkspaceError("write", path, error)
    }
  }
}

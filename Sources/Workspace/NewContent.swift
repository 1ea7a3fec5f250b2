/// New files below `Content`: all of them are made, or none. What is there already is never written over, and no link leads out.
package struct NewContent: Sendable {
  /// The folder that holds `Content`.
  package let project: String
  let disk: Disk

  package init(project: String) {
    self.init(project: project, disk: .real)
  }

  init(project: String, disk: Disk) {
    self.project = project
    self.disk = disk
  }

  /// Makes the files, and the folders above them that are missing.
  ///
  /// - Parameter files: Paths relative to the project, below `Content/`.
  /// - Throws: Before anything is written, if a path leads elsewhere or a file is there; if the disk fails, what was made is removed.
  package func create(_ files: [(path: String, text: String)]) throws(WorkspaceError) {
    let root: String
    do throws(DiskFault) { root = try disk.realPath(project + "/Content") } catch { throw WorkspaceError("read", "Content", error) }
    for file in files {
      guard file.path.hasPrefix("Content/"), OutputPath.trouble(in: file.path) == nil else {
        throw WorkspaceError("write", [file.path], reason: "it does not lie below `Content`")
      }
      if let location = try location(of: file.path, root, makesFolders: false), (try? disk.status(location, false)) != nil {
        throw WorkspaceError(
          "write", [file.path], reason: "it is there already", help: ["choose another name with `--into`, or move it away"])
      }
    }
    var made: [String] = []
    for file in files {
      guard let location = try location(of: file.path, root, makesFolders: true) else { continue }
      do throws(DiskFault) {
        try disk.create(location, Array(file.text.utf8))
        made.append(location)
      } catch {
        if error != .exists { made.append(location) }
        for location in made { try? disk.removeFile(location) }
        throw WorkspaceError("write", file.path, error)
      }
    }
  }

  /// Where a file stands or would stand, links resolved; nil where a folder above it is missing and none is to be made.
  private func location(of path: String, _ root: String, makesFolders: Bool) throws(WorkspaceError) -> String? {
    var location = root
    for name in path.split(separator: "/").dropFirst().dropLast() {
      location += "/" + name
      let kind: FileKind
      do throws(DiskFault) {
        if try disk.status(location, false).kind == .link { location = try disk.realPath(location) }
        kind = try disk.status(location, false).kind
      } catch {
        guard error == .notFound else { throw WorkspaceError("write", path, error) }
        guard makesFolders else { return nil }
        do throws(DiskFault) { try disk.makeFolder(location) } catch { throw WorkspaceError("make the folder", path, error) }
        continue
      }
      guard location == root || location.hasPrefix(root + "/") else {
        throw WorkspaceError("write", [path], reason: "a link leads out of `Content`, to `\(location)`")
      }
      guard kind == .folder else { throw WorkspaceError("write", [path], reason: "`\(name)` is not a folder") }
    }
    return location + "/" + (path.split(separator: "/").last ?? "")
  }
}

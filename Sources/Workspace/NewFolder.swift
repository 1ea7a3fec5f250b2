/// A new project's folder: made whole, or not at all.
package struct NewFolder: Sendable {
  /// A file's path within the folder, and its bytes.
  package struct File: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The folder's path.
  package let path: String
  let disk: Disk

  package init(_ path: String) {
    self.init(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, disk: .real)
  }

  init(_ path: String, disk: Disk) {
    self.path = path
    self.disk = disk
  }

  /// All files below a folder, in the order of their paths; hidden ones and what editors leave behind are passed over.
  ///
  /// - Returns: Nil where there is no such folder.
  package static func files(below folder: String) throws(WorkspaceError) -> [File]? {
    try files(below: folder, disk: .real)
  }

  static func files(below folder: String, disk: Disk) throws(WorkspaceError) -> [File]? {
    var files: [File] = []
    var pending = [""]
    do throws(DiskFault) {
      guard try disk.status(folder, true).kind == .folder else { return nil }
    } catch .notFound {
      return nil
    } catch {
      throw WorkspaceError("read", folder, error)
    }
    while let place = pending.popLast() {
      let above = place.isEmpty ? folder : folder + "/" + place
      do throws(DiskFault) {
        for entry in try disk.entries(above) where entry.isUTF8 && !SourceNames.isIgnored(entry.name, inRootFolder: false) {
          let path = place.isEmpty ? entry.name : place + "/" + entry.name
          switch entry.kind {
          case .file: files.append(File(path: path, bytes: try disk.read(folder + "/" + path)))
          case .folder: if path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < SourceWalk.depthLimit { pending.append(path) }
          case .link, .other: break
          }
        }
      } catch {
        throw WorkspaceError("read", above, error)
      }
    }
    return files.sorted { OutputPath.precedes($0.path, $1.path) }
  }

  /// Makes the folder with these files. One that is there must be empty, but for git's own.
  ///
  /// - Throws: If it is not empty, or the disk fails; then what was written is removed again.
  package func make(_ files: [File]) throws(WorkspaceError) {
    try refuseFull()
    var written: [String] = []
    do throws(WorkspaceError) {
      try makeFolders(OutputPath.folders(above: path).reversed().filter { !$0.isEmpty } + [path], above: "")
      for file in files {
        try makeFolders(OutputPath.folders(above: file.path).reversed(), above: path + "/")
        do throws(DiskFault) {
          try disk.create(path + "/" + file.path, file.bytes)
        } catch {
          try? disk.removeFile(path + "/" + file.path)
          throw WorkspaceError("write", path + "/" + file.path, error)
        }
        written.append(path + "/" + file.path)
      }
    } catch {
      for file in written { try? disk.removeFile(file) }
      throw error
    }
  }

  private func refuseFull() throws(WorkspaceError) {
    let names: [String]
    do throws(DiskFault) {
      names = try disk.entries(path).map(\.name).filter { $0 != ".git" }
    } catch .notFound {
      return
    } catch {
      throw WorkspaceError("make", path, error)
    }
    guard names.isEmpty else {
      throw WorkspaceError(
        "make", [path], reason: "the folder is not empty", help: ["name a folder that is not there yet, or an empty one"])
    }
  }

  private func makeFolders(_ folders: [String], above: String) throws(WorkspaceError) {
    for folder in folders {
      do throws(DiskFault) {
        try disk.makeFolder(above + folder)
      } catch .exists {
      } catch {
        throw WorkspaceError("make", above + folder, error)
      }
    }
  }
}

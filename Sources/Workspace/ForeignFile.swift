package import Diagnostics

/// A text file from anywhere on the disk, which the user named.
package enum ForeignFile {
  /// Reads it whole. A link is read as what it stands for; a folder, a pipe or a device is refused.
  ///
  /// - Returns: The file, shown in messages by the path that was given; nil where it is too large or not UTF-8, which the log says.
  package static func read(_ path: String, log: inout DiagnosticLog) throws(WorkspaceError) -> SourceFile? {
    let disk = Disk.real
    let location: String
    let status: FileStatus
    do throws(DiskFault) {
      location = try disk.realPath(path)
      status = try disk.status(location, false)
    } catch {
      throw WorkspaceError("read", path, error)
    }
    // A pipe would be waited for without end.
    guard status.kind == .file else {
      throw WorkspaceError(
        "read", [path], reason: status.kind == .folder ? "it is a folder" : "it is no file, but a pipe, a socket or a device")
    }
    guard status.size <= SourceTree.sizeLimit else {
      let file = SourceFile(id: FileID(0), path: path, bytes: [])
      log.add(SourceProblem.tooLarge(status.size).diagnostic(in: file))
      return nil
    }
    do throws(DiskFault) {
      let file = SourceFile(id: FileID(0), path: path, bytes: try disk.read(location))
      if let problem = SourceProblem(of: file.bytes) {
        log.add(problem.diagnostic(in: file))
        return nil
      }
      return file
    } catch {
      throw WorkspaceError("read", path, error)
    }
  }
}

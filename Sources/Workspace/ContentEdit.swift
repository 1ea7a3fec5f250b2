/// The way of edited sources to the disk. Each file is written whole beside its place and then renamed, and none is touched before all of
/// them are there; a file that somebody else changed meanwhile is left alone, and with it all others.
package struct ContentEdit: Sendable {
  /// One file before and after.
  package struct Change: Sendable, Hashable {
    /// Where it stood, relative to the project; nil for a file that is new.
    package let oldPath: String?
    /// Where it stands afterwards, relative to the project.
    package let path: String
    /// The bytes that were read.
    package let old: [UInt8]
    package let new: [UInt8]

    package init(oldPath: String?, path: String, old: [UInt8], new: [UInt8]) {
      self.oldPath = oldPath
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// The folder of the project.
  package let project: String
  let disk: Disk

  package init(project: String) {
    self.init(project: project, disk: .real)
  }

  init(project: String, disk: Disk) {
    self.project = project
    self.disk = disk
  }

  /// Writes the changes. A file keeps its permissions; a link that stands for a file stays one.
  ///
  /// - Throws: Before anything is changed, if a file is not what was read, if another stands where a new one is to be, or if the disk has
  ///   no room; later only if a finished file cannot be given its name.
  package func write(_ changes: [Change]) throws(WorkspaceError) {
    var steps: [(temporary: String, place: String, old: String?, path: String)] = []
    do throws(WorkspaceError) {
      for (number, change) in changes.enumerated() {
        let old = try location(of: change)
        let place = change.oldPath == change.path ? old ?? project + "/" + change.path : try newPlace(change.path)
        let folder = OutputPath.folder(of: place) ?? "."
        let temporary = folder + "/" + OutputPath.temporaryPrefix + "edit-\(number)"
        // What an edit that was cut off left behind is no longer wanted.
        try? disk.removeFile(temporary)
        steps.append((temporary, place, old == place ? nil : old, change.path))
        do throws(DiskFault) {
          try disk.create(temporary, change.new)
        } catch {
          throw WorkspaceError("write", change.path, error)
        }
        if let old { SystemCalls.copyPermissions(from: old, to: temporary) }
      }
    } catch {
      for step in steps { try? disk.removeFile(step.temporary) }
      throw error
    }
    for (index, step) in steps.enumerated() {
      do throws(DiskFault) {
        try disk.rename(step.temporary, step.place)
        if let old = step.old { try disk.removeFile(old) }
      } catch {
        for rest in steps[index...] { try? disk.removeFile(rest.temporary) }
        throw WorkspaceError("write", step.path, error)
      }
    }
  }

  /// The real place of a file that is there, its bytes still being those that were read; nil for a new one.
  private func location(of change: Change) throws(WorkspaceError) -> String? {
    guard let path = change.oldPath else { return nil }
    let isSame: Bool
    let place: String
    do throws(DiskFault) {
      place = try disk.realPath(project + "/" + path)
      isSame = try disk.holds(place, change.old)
    } catch {
      throw WorkspaceError("write", path, error)
    }
    guard isSame else {
      throw WorkspaceError(
        "write", [path], reason: "it was changed by somebody else meanwhile", help: ["save it in your editor, and run the command again"])
    }
    return place
  }

  /// The place of a file that is not there yet; the folders above it are made.
  private func newPlace(_ path: String) throws(WorkspaceError) -> String {
    do throws(DiskFault) {
      for folder in OutputPath.folders(above: path).reversed() {
        do throws(DiskFault) {
          try disk.makeFolder(project + "/" + folder)
        } catch .exists {}
      }
      let place = project + "/" + path
      do throws(DiskFault) {
        _ = try disk.status(place, false)
      } catch .notFound {
        return place
      }
      throw DiskFault.exists
    } catch {
      throw WorkspaceError("write", path, error)
    }
  }
}

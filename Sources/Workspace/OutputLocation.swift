/// Where the output folder really is, and whether it may be there.
struct OutputLocation {
  let project: String
  let folder: String
  let disk: Disk

  /// Folders of the project that the output may neither hold nor lie in.
  private static let kept = ["Content", "Templates", "Sources", "Tests", ".git"]

  /// Makes the folder if it is missing, and gives its absolute path without links.
  func settle() throws(WorkspaceError) -> String {
    var missing: [Substring] = []
    var existing = Substring(folder.isEmpty ? "." : folder)
    var real: String?
    while real == nil {
      do throws(DiskFault) {
        real = try disk.realPath(existing.isEmpty ? (folder.hasPrefix("/") ? "/" : ".") : String(existing))
      } catch {
        guard error == .notFound, !existing.isEmpty else { throw WorkspaceError("use", folder, error) }
        while existing.last == "/" { existing.removeLast() }
        let name = existing.split(separator: "/").last ?? ""
        guard name != ".." else { throw WorkspaceError("use", [folder], reason: "a folder in it is missing, and `..` follows") }
        if !name.isEmpty, name != "." { missing.append(name) }
        existing.removeLast(name.count)
      }
    }
    var location = real ?? ""
    try refuseSources(missing.reversed().reduce(location) { $0 + "/" + $1 })
    for name in missing.reversed() {
      location += "/" + name
      do throws(DiskFault) {
        try disk.makeFolder(location)
      } catch .exists {
      } catch {
        throw WorkspaceError("make the folder", folder, error)
      }
    }
    let kind: FileKind
    do throws(DiskFault) {
      kind = try disk.status(location, false).kind
    } catch {
      throw WorkspaceError("use", folder, error)
    }
    guard kind == .folder else {
      throw WorkspaceError("use", [folder], reason: "it is not a folder", help: ["name a folder with `--output`"])
    }
    return location
  }

  private func refuseSources(_ location: String) throws(WorkspaceError) {
    func refuse(_ why: String) -> WorkspaceError {
      WorkspaceError(
        "publish to", [folder], reason: "\(why), and would be written over",
        help: ["name a folder of its own with `--output`, such as `Public`"])
    }
    if let home = try? disk.realPath(project), Self.holds(location, home) { throw refuse("the project lies in it") }
    for name in Self.kept {
      guard let real = try? disk.realPath(project + "/" + name) else { continue }
      if Self.holds(location, real) { throw refuse("the project's `\(name)` lies in it") }
      if Self.holds(real, location) { throw refuse("it lies in the project's `\(name)`") }
    }
  }

  /// Whether the one path is the other, or above it.
  private static func holds(_ folder: String, _ path: String) -> Bool {
    folder == path || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}

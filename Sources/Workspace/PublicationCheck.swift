extension Publication {
  /// Compares what stands in the output folder with what should, and changes nothing.
  ///
  /// - Parameter files: All files of the site, as another build made them.
  /// - Returns: The paths, sorted, of files that are missing or have other bytes, and of those that the manifest has and the site does not.
  /// - Throws: If the folder or a file in it cannot be read.
  package func differences(from files: [OutputFile]) throws(WorkspaceError) -> [String] {
    let location = try OutputLocation(project: project, folder: folder, disk: disk).settle()
    var differing: [String] = []
    for file in files {
      let bytes = try bytes(of: file)
      do throws(DiskFault) {
        if try !disk.holds(location + "/" + file.path, bytes) { differing.append(file.path) }
      } catch .notFound {
        differing.append(file.path)
      } catch {
        throw WorkspaceError("read", folder + "/" + file.path, error)
      }
    }
    let planned = Set(files.map(\.path))
    let manifest = try oldManifest(in: location)
    differing += (manifest?.entries ?? []).map(\.path).filter { !planned.contains($0) }
    if manifest?.header != header { differing.append(Manifest.fileName) }
    return differing.sorted(by: OutputPath.precedes)
  }
}

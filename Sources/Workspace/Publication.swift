/// The way of rendered files into the output folder.
package struct Publication: Sendable {
  /// The folder of the project, whose sources must not be written over.
  package let project: String
  /// The output folder; made if it is missing.
  package let folder: String
  package let header: ManifestHeader
  /// Paths of files of `Content/root`, relative to the output folder: a folder without our manifest may hold these and hidden files.
  package let rootPaths: Set<String>
  /// Whether to take over a folder that holds other files, or whose manifest cannot be read.
  package let adopt: Bool
  /// How many tasks compare and write at a time.
  package let jobs: Int
  var disk = Disk.real

  package init(project: String, folder: String, header: ManifestHeader, rootPaths: Set<String> = [], adopt: Bool = false, jobs: Int = 1) {
    self.project = project
    self.folder = folder
    self.header = header
    self.rootPaths = rootPaths
    self.adopt = adopt
    self.jobs = jobs
  }

  /// Makes the folder hold exactly these files of ours, and touches nothing else in it.
  package func publish(_ files: [OutputFile]) async throws(WorkspaceError) -> PublicationSummary {
    throw WorkspaceError("publish", [folder], reason: "not yet")
  }
}

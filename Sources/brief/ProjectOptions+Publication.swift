import Briefing
import Publishing
import Workspace

extension ProjectOptions {
  /// The way into the output folder; a relative one is taken from the project's folder.
  func publication(of tree: SourceTree, to output: String, adopt: Bool = false, remarks: Remarks? = nil) -> Publication {
    Publication(
      of: tree, project: project, folder: Publication.folder(output, of: project), adopt: adopt, jobs: workers, remarks: remarks)
  }
}

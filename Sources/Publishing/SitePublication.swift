package import Briefing
import EDTF
import Markdown
package import Workspace

extension Publication {
  /// The way of a site into its output folder.
  ///
  /// - Parameters:
  ///   - tree: The sources that the site is made from.
  ///   - project: The project's folder.
  ///   - folder: The output folder; see `folder(_:of:)`.
  ///   - adopt: Whether to take over a folder that brief did not make.
  ///   - jobs: How many tasks compare and write at a time.
  ///   - remarks: What the manifest is to say of the sources; only a build that writes knows it.
  package init(of tree: SourceTree, project: String, folder: String, adopt: Bool = false, jobs: Int, remarks: Remarks? = nil) {
    self.init(
      project: project, folder: folder,
      header: ManifestHeader(
        generator: Generator.name, cmark: CMarkVersion.text, sources: tree.digest, warnings: remarks?.warnings,
        reviewBy: remarks?.reviewBy?.text),
      rootPaths: Set(tree.assets.filter(\.isRootFile).map(\.outputPath)), adopt: adopt, jobs: jobs)
  }

  /// An output folder, which is taken from the project's folder where it is relative.
  package static func folder(_ output: String, of project: String) -> String {
    if output.hasPrefix("/") || project == "." { return output }
    return project.hasSuffix("/") ? project + output : project + "/" + output
  }
}

import Briefing
import Markdown
import Workspace

extension ProjectOptions {
  /// The way into the output folder; a relative one is taken from the project's folder.
  func publication(of tree: SourceTree, to output: String, adopt: Bool = false) -> Publication {
    let folder = output.hasPrefix("/") || project == "." ? output : project.hasSuffix("/") ? project + output : project + "/" + output
    return Publication(
      project: project, folder: folder,
      header: ManifestHeader(generator: Generator.name, cmark: CMarkVersion.text, sources: tree.digest),
      rootPaths: Set(tree.assets.filter(\.isRootFile).map(\.outputPath)), adopt: adopt, jobs: workers)
  }
}

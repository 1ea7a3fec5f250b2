package import Briefing
package import Diagnostics
package import EDTF
package import Workspace

extension Build.Input {
  /// What a build is made from, as it was read from the disk.
  ///
  /// - Parameters:
  ///   - files: The texts, where they are not all as they stand on the disk.
  ///   - skipped: Those of them that are not parsed, where these are others than were refused.
  ///   - today: The day of the build, for reviews that are due.
  ///   - jobs: How many tasks may work at once.
  package init(_ tree: SourceTree, files: [SourceFile]? = nil, skipping skipped: Set<FileID>? = nil, today: CivilDay?, jobs: Int) {
    self.init(
      files: files ?? tree.files, skipping: skipped ?? tree.refused, assets: Set(tree.assets.map(\.outputPath)), today: today, jobs: jobs,
      fonts: { tree.readFonts() }, digest: { tree.digest(ofAsset: $0) })
  }
}

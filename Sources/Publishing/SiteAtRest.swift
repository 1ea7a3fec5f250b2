package import EDTF
package import Workspace

extension Publication {
  /// How many pages and other files stand in the output folder, if a build would change nothing there and say nothing.
  ///
  /// - Parameters:
  ///   - day: The day for which reviews are looked at.
  ///   - program: The path of the program that would build.
  package func resting(on day: CivilDay, of program: String?) async -> (pages: Int, files: Int)? {
    guard let manifest = await restingManifest(of: program), manifest.header.warnings == 0 else { return nil }
    if let text = manifest.header.reviewBy {
      guard let last = CivilDay(written: text), day <= last else { return nil }
    }
    return (manifest.entries.count { OutputFile.isPage($0.path) }, manifest.entries.count)
  }
}

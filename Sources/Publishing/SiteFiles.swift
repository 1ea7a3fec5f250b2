package import Briefing
import Packing
package import Workspace

/// All files of a site on their way to the output folder, those first that take long to make.
package enum SiteFiles {
  /// - Parameters:
  ///   - outputs: What is made from sources; some of it may be known to be as it was published.
  ///   - tree: The sources, of which files are copied.
  package static func all(_ outputs: [Build.Output], _ site: Site, _ tree: SourceTree) -> [OutputFile] {
    let hosting = Build.hosting(site)
    var files = outputs.map { OutputFile(path: $0.path, isAsBefore: $0.isAsBefore, making: $0.bytes) }
    files += tree.assets.map { OutputFile(copying: $0) }
    for copy in hosting.copies {
      files += tree.assets.filter { $0.outputPath == copy.of }.map { OutputFile(copying: $0, to: copy.path) }
    }
    if hosting.isPacked {
      files += files.filter { Build.Hosting.packs($0.path) }.map { $0.changed(ending: ".gz") { Gzip.pack($0) } }
    }
    files += hosting.files.map { OutputFile(path: $0.path, making: $0.bytes) }
    return files + Build.cards(site).map { OutputFile(path: $0.path, settling: $0.bytes) }
  }
}

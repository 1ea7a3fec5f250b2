/// What a manifest says of the build as a whole.
package struct ManifestHeader: Sendable, Hashable {
  /// The generator's version.
  package let generator: String
  /// The version of the cmark that was linked: the bytes of a page are promised for one version of it.
  package let cmark: String
  /// The fingerprint of the sources: `SourceTree.digest`.
  package let sources: String
  /// How many warnings the sources give on every day, whatever is due then; nil where nobody has counted them.
  package let warnings: Int?
  /// The last day on which no review is due, as `YYYY-MM-DD`; nil where none ever will be.
  package let reviewBy: String?

  package init(generator: String, cmark: String, sources: String, warnings: Int? = nil, reviewBy: String? = nil) {
    self.generator = generator
    self.cmark = cmark
    self.sources = sources
    self.warnings = warnings
    self.reviewBy = reviewBy
  }

  /// Whether both are of the same sources, and of the same versions of what made a site of them.
  func isOfTheSame(_ other: ManifestHeader) -> Bool {
    generator == other.generator && cmark == other.cmark && sources == other.sources
  }
}

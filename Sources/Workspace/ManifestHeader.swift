/// What a manifest says of the build as a whole.
package struct ManifestHeader: Sendable, Hashable {
  /// The generator's version.
  package let generator: String
  /// The version of the cmark that was linked: the bytes of a page are promised for one version of it.
  package let cmark: String
  /// The fingerprint of the sources: `SourceTree.digest`.
  package let sources: String

  package init(generator: String, cmark: String, sources: String) {
    self.generator = generator
    self.cmark = cmark
    self.sources = sources
  }
}

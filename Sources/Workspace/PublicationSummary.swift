/// What a publication did, by paths relative to the output folder, each list sorted by bytes. The manifest is in none of them.
package struct PublicationSummary: Sendable, Hashable {
  /// New files, and files whose bytes changed.
  package let written: [String]
  /// Files that had the right bytes already and were not touched.
  package let kept: [String]
  /// Files of an earlier build that are no longer part of the site.
  package let removed: [String]

  package init(written: [String], kept: [String], removed: [String]) {
    self.written = written
    self.kept = kept
    self.removed = removed
  }
}

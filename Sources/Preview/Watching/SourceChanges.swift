/// What may have changed since somebody looked.
package struct SourceChanges: Sendable, Hashable {
  /// Files, by their paths from the project's folder (`Content/index.md`).
  package private(set) var paths: Set<String>
  /// Whether anything else may have changed too: a folder came or went, or the system lost count.
  package private(set) var isAnything: Bool

  package init(paths: Set<String> = []) {
    self.paths = paths
    isAnything = false
  }

  private init(isAnything: Bool) {
    paths = []
    self.isAnything = isAnything
  }

  package static let anything = SourceChanges(isAnything: true)

  package var isEmpty: Bool {
    paths.isEmpty && !isAnything
  }

  /// Takes in others.
  package mutating func formUnion(_ other: SourceChanges) {
    paths.formUnion(other.paths)
    if other.isAnything { isAnything = true }
  }
}

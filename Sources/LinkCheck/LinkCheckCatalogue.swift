package import Diagnostics

/// All that this room can say.
package enum LinkCheckCatalogue {
  package static let all: [DiagnosticKind] = [.linkDead, .linkMoved, .linkUnsure]
}

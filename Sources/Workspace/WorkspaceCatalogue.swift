package import Diagnostics

/// All that this room has to say of a project's files.
package enum WorkspaceCatalogue {
  package static let all: [DiagnosticKind] = [
    .badName, .linkBroken, .linkLeaves, .notAFile, .notUTF8, .sameButForCase, .tooDeep, .tooLarge, .unknownFile, .yamlEnding,
  ]
}

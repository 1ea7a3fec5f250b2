package import Diagnostics

/// All that this room can say.
package enum ImportCatalogue {
  package static let all: [DiagnosticKind] = [
    .importUnreadable, .importRepeatedName, .importNoDate, .importBadValue, .importNoSource, .importMissingField, .importMarkup,
    .importCharacter, .importNotCarried, .importUnknownReference, .importThereAlready, .importDoesNotHold, .importMedia, .importPhase,
    .importRaggedRow, .importUnknownColumn, .importNewID, .importNoPlace, .importNoStatus,
  ]
}

package import Diagnostics

/// Everything that this room can find wrong.
package enum BriefingCatalogue {
  package static let all: [DiagnosticKind] = [
    .briefingMissing, .briefingUnknownCode, .cardFont, .cardImage, .cardLetters, .proseBlockWithoutID, .proseChartIncomplete,
    .proseDeadAnchor, .proseDeadLink,
    .proseForeignImage,
    .proseHeadingSkipped, .proseImageWithoutText, .proseNoQuote, .proseSecondTitle, .proseUncited, .proseUnknownBlock, .proseUnknownScheme,
    .siteTwoPages, .stringsMissing, .stringsWrongType,
  ]
}

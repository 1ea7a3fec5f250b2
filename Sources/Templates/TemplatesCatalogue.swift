package import Diagnostics

/// All diagnostics that this room raises.
package enum TemplatesCatalogue {
  package static let all: [DiagnosticKind] = [
    .unclosedTag, .emptyTag, .badDelimiters, .unclosedSection, .mismatchedClose, .templateTooDeep,
    .unknownName, .unknownTemplate, .endlessRecursion, .unknownBlock, .unusedTemplate, .pointlessSection, .unguardedOptional, .notAValue,
    .escapedMarkup,
    .rawText, .dynamicName, .htmlState, .unsafePlace, .markupPlace, .needsURL, .jsonPlace,
    .missingString, .unusedString, .unknownPlace, .missingPlace, .strayBrace, .missingPlural, .superfluousPlural,
  ]
}

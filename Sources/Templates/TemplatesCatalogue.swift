package import Diagnostics

/// All diagnostics that this room raises.
package enum TemplatesCatalogue {
  package static let all: [DiagnosticKind] = [
    .unclosedTag, .emptyTag, .badDelimiters, .unclosedSection, .mismatchedClose, .templateTooDeep,
  ]
}

package import Diagnostics

/// Every diagnostic that reading YAML can raise.
package enum YAMLCatalogue {
  package static let all: [DiagnosticKind] = [
    .jsonSyntax, .yamlAlias, .yamlAnchor, .yamlCharacter, .yamlColonInText, .yamlColonWithoutSpace, .yamlDepth, .yamlDocuments,
    .yamlDuplicateKey,
    .yamlEscape, .yamlIndentation, .yamlKeyNotText, .yamlMergeKey, .yamlMissingColon, .yamlReservedStart, .yamlSyntax, .yamlTab, .yamlTag,
    .yamlTextAfterQuote, .yamlUnclosedBracket, .yamlUnclosedQuote,
  ]
}

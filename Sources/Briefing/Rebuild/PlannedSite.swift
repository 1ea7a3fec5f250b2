import Diagnostics
import Facts
import Markdown

/// A plan with all that went into it, kept so that the next one of the same process need not find it out again.
struct PlannedSite: Sendable {
  let input: Build.Input
  let facts: FactBase
  /// What was said of the facts when they were checked; nil without settings.
  let factFindings: FactCheck.Findings?
  /// What was said of the facts when they were joined.
  let joinLog: DiagnosticLog
  let templateLog: DiagnosticLog
  /// The Markdown of fields, in the order of the records.
  let fields: [FieldReading]
  /// The same by where it stands.
  let inlines: [SourceSpan: [Inline]]
  let pages: [Page]
  /// What was found in each of the pages.
  let pageFindings: [ProseCheck.Findings]
  /// The pages and places that prose may lead to.
  let targets: ProseCheck.Targets
  /// The sources that records name.
  let sourcesUsed: Set<String>
  let drafts: Set<String>
  let map: SiteMap
  let pathLog: DiagnosticLog
  /// The fonts of cards, if any are drawn.
  let fonts: CardCheck.Fonts?
  /// Nil where the log has an error.
  let site: Site?
}

/// The Markdown of one field, read and checked.
struct FieldReading: Sendable {
  let span: SourceSpan
  /// The record that it belongs to; nil for one of the settings.
  let owner: FactKey?
  let inlines: [Inline]
  let findings: ProseCheck.Findings
}

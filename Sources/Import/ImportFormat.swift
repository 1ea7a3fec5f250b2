/// What a file to be imported is written in.
package enum ImportFormat: String, Sendable, CaseIterable {
  /// TimelineJS 3: its JSON, or its spreadsheet saved as CSV.
  case timelinejs
  /// A table whose columns are the fields of one kind.
  case csv
  /// CSL-JSON, as Zotero and other keepers of references export it.
  case csl
  /// BibTeX and BibLaTeX.
  case bibtex
  /// A saved web page with ClaimReview in JSON-LD, or the JSON-LD alone.
  case claimreview
}

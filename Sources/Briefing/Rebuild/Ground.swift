import Diagnostics
import Facts
import Markdown

/// What of an earlier plan still holds: prose is judged by which records, pages and anchors there are, and these are mostly the same.
struct Ground: Sendable {
  private let planned: PlannedSite?
  private let renewal: Renewal?
  /// The records that changed.
  private let changed: Set<FactKey>
  /// Where the reading of each field stands, if some of them are to be looked up.
  private let places: [SourceSpan: Int]
  private let keepsMap: Bool

  init(_ earlier: (planned: PlannedSite, renewal: Renewal)?, _ facts: FactBase, _ parsed: ParsedFiles, _ files: [SourceFile]) {
    guard let (planned, renewal) = earlier, renewal.keepsSettings, renewal.keepsStrings, planned.drafts == parsed.drafts,
      Self.hasSamePages(planned.pages, parsed.pages, renewal), renewal.facts.isEmpty || facts.hasSameRecords(as: planned.facts)
    else {
      (self.planned, self.renewal, changed, keepsMap, places) = (nil, nil, [], false, [:])
      return
    }
    self.planned = planned
    self.renewal = renewal
    changed = renewal.changedRecords(from: planned.facts, planned.input.files, to: facts, files)
    keepsMap = renewal.facts.isEmpty && renewal.keepsEditions
    places =
      renewal.facts.isEmpty ? [:] : Dictionary(planned.fields.enumerated().map { ($1.span, $0) }) { first, _ in first }
  }

  /// The earlier map, where it is the same.
  var map: SiteMap? { keepsMap ? planned?.map : nil }

  /// What was said of two pages that want one path.
  func pathLog(of map: SiteMap) -> DiagnosticLog? {
    guard let planned, keepsMap || planned.pathLog.isEmpty && map.hasSamePaths(as: planned.map) else { return nil }
    return planned.pathLog
  }

  /// What was found in a page, if the page and what it shows are as they were.
  func findings(of index: Int, _ page: Page) -> ProseCheck.Findings? {
    guard let planned, let renewal, !renewal.pages.contains(page.file) else { return nil }
    let findings = planned.pageFindings[index]
    return findings.named.isDisjoint(with: changed) ? findings : nil
  }

  /// The readings of all fields, if no file of facts has changed.
  var fields: (fields: [FieldReading], inlines: [SourceSpan: [Inline]])? {
    guard let planned, let renewal, renewal.facts.isEmpty else { return nil }
    return (planned.fields, planned.inlines)
  }

  /// The reading of a field, if its file is as it was.
  func field(_ span: SourceSpan) -> FieldReading? {
    guard let planned, let renewal, !renewal.facts.contains(span.file) else { return nil }
    return places[span].map { planned.fields[$0] }
  }

  /// The earlier site, from which the new one takes over what has not changed.
  var earlierSite: Site.EarlierSite? {
    guard let renewal, renewal.keepsEditions, let site = planned?.site else { return nil }
    return Site.EarlierSite(site: site, keepsFacts: renewal.facts.isEmpty, changed: changed)
  }

  /// Whether there are the same pages with the same anchors.
  private static func hasSamePages(_ old: [Page], _ new: [Page], _ renewal: Renewal) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy { before, after in
        before.source == after.source && (!renewal.pages.contains(after.file) || before.anchors == after.anchors)
      }
  }
}

import Diagnostics
import Facts
import Markdown

/// What of an earlier plan still holds: prose is judged by which records, pages and anchors there are, and these are mostly the same.
struct Ground: Sendable {
  private let planned: PlannedSite?
  private let renewal: Renewal?
  /// The records that changed.
  private let changed: Set<FactKey>
  /// Whether records name each other and stand in lists as they did.
  private let keepsBonds: Bool
  private let keepsMap: Bool
  /// The readings of fields in files that are as they were, in the order of the records.
  let keptFields: [FieldReading]

  init(_ earlier: (planned: PlannedSite, renewal: Renewal)?, _ facts: FactBase, _ parsed: ParsedFiles, _ files: [SourceFile]) {
    guard let (planned, renewal) = earlier, renewal.keepsSettings, renewal.keepsStrings, planned.drafts == parsed.drafts,
      Self.hasSamePages(planned.pages, parsed.pages, renewal), renewal.facts.isEmpty || facts.hasSameRecords(as: planned.facts)
    else {
      (self.planned, self.renewal, changed, keepsBonds, keepsMap, keptFields) = (nil, nil, [], false, false, [])
      return
    }
    self.planned = planned
    self.renewal = renewal
    changed = renewal.changedRecords(from: planned.facts, planned.input.files, to: facts, files)
    keepsBonds = changed.allSatisfy { facts.hasSameBonds($0, as: planned.facts) }
    keepsMap = keepsBonds && renewal.keepsEditions
    keptFields = renewal.facts.isEmpty ? [] : planned.fields.filter { !renewal.facts.contains($0.span.file) }
  }

  /// The earlier map, where it is the same.
  var map: SiteMap? { keepsMap ? planned?.map : nil }

  /// Who names whom, where records name the same.
  var back: BackReferences? { keepsBonds ? planned?.site?.back : nil }

  /// What was said of two pages that want one path.
  func pathLog(of map: SiteMap) -> DiagnosticLog? {
    guard let planned, keepsMap || planned.pathLog.isEmpty && map.hasSamePaths(as: planned.map) else { return nil }
    return planned.pathLog
  }

  /// What was found in a page, if the page and what it shows are as they were.
  func findings(of index: Int, _ page: Page) -> ProseCheck.Findings? {
    guard let planned, let renewal, !renewal.pages.contains(page.file) else { return nil }
    let findings = planned.pageFindings[index]
    return holds(findings) && findings.named.isDisjoint(with: changed) ? findings : nil
  }

  /// Whether what was found still stands where it says: words about it may point to a record, and records may have moved in their file.
  func holds(_ findings: ProseCheck.Findings) -> Bool {
    findings.log.isEmpty || renewal?.facts.isEmpty ?? false
  }

  /// The pages and places that prose may lead to, where they are the same.
  var targets: ProseCheck.Targets? { keepsMap ? planned?.targets : nil }

  /// The sources that records name, where they name the same.
  var sourcesUsed: Set<String>? { keepsBonds ? planned?.sourcesUsed : nil }

  /// The readings of all fields, if no file of facts has changed.
  var fields: (fields: [FieldReading], inlines: [SourceSpan: [Inline]])? {
    guard let planned, let renewal, renewal.facts.isEmpty else { return nil }
    return (planned.fields, planned.inlines)
  }

  /// The Markdown of fields in files that are as they were.
  var keptInlines: [SourceSpan: [Inline]] {
    guard let planned, let renewal else { return [:] }
    var inlines = planned.inlines
    for reading in planned.fields where renewal.facts.contains(reading.span.file) { inlines[reading.span] = nil }
    return inlines
  }

  /// The earlier site, from which the new one takes over what has not changed.
  var earlierSite: Site.EarlierSite? {
    guard let renewal, renewal.keepsEditions, let site = planned?.site else { return nil }
    return Site.EarlierSite(site: site, renewed: renewal.kinds, keepsBonds: keepsBonds, changed: changed)
  }

  /// What was published, and what changed from edition to edition.
  func history(of editions: [Edition]) -> EditionHistory {
    earlierSite?.site.history ?? EditionHistory(editions)
  }

  /// Whether there are the same pages with the same anchors.
  private static func hasSamePages(_ old: [Page], _ new: [Page], _ renewal: Renewal) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy { before, after in
        before.source == after.source && (!renewal.pages.contains(after.file) || before.anchors == after.anchors)
      }
  }
}

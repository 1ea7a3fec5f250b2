import Diagnostics
import Facts

/// How far changes reach: which files of a site may differ from those that were published, and which certainly do not.
struct Reach: Sendable {
  /// The new site's.
  let trace: Trace
  let groups: SiteGroups
  /// The records that changed.
  let changed: Set<FactKey>
  /// Files that may differ.
  private let paths: Set<String>
  let changesFacts: Bool
  /// The kinds of records that changed.
  let kinds: Set<FactKind>
  /// Whether records without a page of their own stand elsewhere than before.
  let movesPlaces: Bool
  /// The records that changed, by their numbers, and the trace of the site as it was; nil where that leads nowhere else.
  private let marks: [Bool]
  private let before: Trace?

  /// Nil where nothing is certain: then every file is made and compared.
  init?(from old: TracedSite, to new: PlannedSite, _ site: Site) {
    guard let renewal = Renewal(from: old.planned.input, to: new.input), renewal.keepsFrame,
      old.site.facts.hasSameRecords(as: site.facts), Self.hasSameFrame(old.site, site), new.map.hasSamePaths(as: old.planned.map),
      Self.keepsHeads(old.planned.pages, new.pages, renewal)
    else { return nil }
    changed = renewal.changedRecords(from: old.site.facts, old.planned.input.files, to: site.facts, new.input.files)
    let keepsBonds = Self.keepsBonds(changed, from: old.planned, to: new)
    kinds = Set(changed.map(\.kind))
    changesFacts = !renewal.facts.isEmpty
    groups = keepsBonds ? old.prepared.groups : SiteGroups(site)
    guard keepsBonds || groups.hasSameHeadings(as: old.prepared.groups) else { return nil }
    let trace = keepsBonds ? Trace(site, new, after: old.trace, renewed: renewal.pages) : Trace(site, new, groups)
    self.trace = trace
    // Where records name each other as they did, nothing led elsewhere before.
    before = keepsBonds ? nil : old.trace

    var marks = [Bool](repeating: false, count: trace.numbers.count)
    // What leads to a record changes with the page on which this stands.
    let moved = site.places.moved(from: old.site.places)
    movesPlaces = !moved.isEmpty
    for key in changed.union(moved) {
      if let number = trace.numbers.number(of: key) { marks[Int(number)] = true }
    }
    var paths: Set<String> = []
    for (index, page) in new.pages.enumerated() where renewal.pages.contains(page.file) {
      paths.insert(page.path)
      // Sources are listed with the pages that cite them.
      if old.planned.pageFindings[index].sources != new.pageFindings[index].sources {
        for entry in new.map.entries { if case .sources = entry.content { paths.insert(entry.path) } }
      }
    }
    let changesRecords = !changed.isEmpty
    if changesRecords {
      for entry in new.map.entries {
        if trace.showsAll(entry) || trace.walk(entry, { number, _ in marks[Int(number)] })
          || before.map({ $0.walk(entry) { number, _ in marks[Int(number)] } || $0.slice(entry) != trace.slice(entry) }) ?? false
        {
          paths.insert(entry.path)
        }
      }
      if let before { Self.addMoved(from: before, to: trace, site, &paths) }
    }
    // A card's path follows from the fonts as well.
    for claim in site.facts.claims where old.site.cards.claims[claim.id]?.path != site.cards.claims[claim.id]?.path {
      paths.insert(SitePath.of(claim.key))
    }
    self.paths = paths
    self.marks = marks
  }

  /// Whether the line by which tables show a claim or an event may differ.
  func reachesLine(of key: FactKey) -> Bool {
    trace.whole(key) { number, _ in marks[Int(number)] } || before?.whole(key) { number, _ in marks[Int(number)] } ?? false
  }

  /// Whether a file is certainly as it was published.
  func leaves(_ output: Build.Output) -> Bool {
    switch output.reads {
    case .page: !paths.contains(output.path)
    case .facts(let read): kinds.isDisjoint(with: read)
    case .everything: !changesFacts && paths.isEmpty
    }
  }

  /// Whether the records that changed name the same others as they did, in their fields and in their Markdown, and stand in lists as they did.
  private static func keepsBonds(_ changed: Set<FactKey>, from old: PlannedSite, to new: PlannedSite) -> Bool {
    func named(_ planned: PlannedSite) -> [FactKey: Set<FactKey>] {
      var named: [FactKey: Set<FactKey>] = [:]
      for reading in planned.fields where !reading.findings.namesNothing {
        if let owner = reading.owner, changed.contains(owner) { named[owner, default: []].formUnion(reading.findings.keys) }
      }
      return named
    }
    return changed.allSatisfy { new.facts.hasSameBonds($0, as: old.facts) } && (changed.isEmpty || named(old) == named(new))
  }

  /// Events whose neighbours on the timeline are others than before.
  private static func addMoved(from old: Trace, to new: Trace, _ site: Site, _ paths: inout Set<String>) {
    guard old.timeline != new.timeline else { return }
    for (place, event) in site.timeline.enumerated() {
      let before = old.site.timelinePlace[event.id] ?? -1
      let isSame = [-1, 1].allSatisfy { step in
        let (left, right) = (before + step, place + step)
        guard old.timeline.indices.contains(left), new.timeline.indices.contains(right) else {
          return old.timeline.indices.contains(left) == new.timeline.indices.contains(right)
        }
        return old.timeline[left] == new.timeline[right]
      }
      if !isSame || Paging.part(of: max(before, 0), by: Paging.events) != Paging.part(of: place, by: Paging.events) {
        paths.insert(SitePath.of(event.key))
      }
    }
  }

  /// What all pages show besides settings and words: the navigation, and the statuses that occur.
  private static func hasSameFrame(_ old: Site, _ new: Site) -> Bool {
    old.navigationTargets.map(\.label) == new.navigationTargets.map(\.label)
      && old.navigationTargets.map(\.path) == new.navigationTargets.map(\.path)
      && old.theme == new.theme && old.cards.general?.path == new.cards.general?.path && old.cards.general?.text == new.cards.general?.text
      && old.usedStatuses.map(\.id) == new.usedStatuses.map(\.id) && old.frontClaims.map(\.id) == new.frontClaims.map(\.id)
  }

  /// Whether pages written by hand are called and linked to as before.
  private static func keepsHeads(_ old: [Page], _ new: [Page], _ renewal: Renewal) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy { before, after in
        before.path == after.path
          && (!renewal.pages.contains(after.file)
            || before.title == after.title && before.anchors == after.anchors && before.head.isSame(as: after.head))
      }
  }
}

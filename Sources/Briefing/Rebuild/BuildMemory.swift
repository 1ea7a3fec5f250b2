import Facts

/// What one build leaves for the next in the same process, so that this one does only what the changes ask for.
///
/// What comes out is the same as without a memory, in the log and in every byte; only the time differs.
package struct BuildMemory: Sendable {
  var parsed = ParsedMemory()
  var planned: PlannedSite?
  /// What was published last, and what is being published.
  private(set) var published: TracedSite?
  private var pending: TracedSite?

  package init() {}

  /// Says that the outputs handed out last are all published.
  ///
  /// - Returns: What nothing needs any more, as the last hold on it: to let go of a large site takes its time, and may be done beside other work.
  @discardableResult
  package mutating func keepAsPublished() -> any Sendable {
    let old = published
    published = pending ?? published
    pending = nil
    return old
  }

  mutating func keep(_ traced: TracedSite) {
    pending = traced
  }

  /// What the pages of the last plan are made from; nil if it could not be rendered.
  package var trace: Trace? {
    planned.flatMap { planned in planned.site.map { Trace($0, planned, SiteGroups($0)) } }
  }
}

/// A site with what its pages show in common and what each is made from.
struct TracedSite: Sendable {
  let planned: PlannedSite
  let site: Site
  let prepared: PreparedViews
  let trace: Trace
}

extension Build {
  /// Reads, checks and plans, as `plan` without a memory does.
  package static func plan(_ input: Input, reusing memory: inout BuildMemory) async -> Plan {
    let parsed = await ParsedFiles(input, reusing: &memory.parsed)
    let (plan, planned) = await SitePlanner(input, parsed, after: memory.planned).plan()
    memory.planned = planned
    return plan
  }

  /// All files of the last plan, each with whether it is as it was published last; none where the plan could not be rendered.
  package static func outputs(reusing memory: inout BuildMemory) async -> [Output] {
    guard let planned = memory.planned, let site = planned.site else { return [] }
    guard let published = memory.published, let reach = Reach(from: published, to: planned, site) else {
      let prepared = await PreparedViews(site)
      memory.keep(TracedSite(planned: planned, site: site, prepared: prepared, trace: Trace(site, planned, prepared.groups)))
      return outputs(site, planned.map, prepared) { _ in false }
    }
    let prepared = PreparedViews(site, after: published.prepared, reach)
    memory.keep(TracedSite(planned: planned, site: site, prepared: prepared, trace: reach.trace))
    return outputs(site, planned.map, prepared, isAsBefore: reach.leaves)
  }
}

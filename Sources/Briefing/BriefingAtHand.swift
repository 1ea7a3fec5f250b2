package import Diagnostics
package import Facts
import Templates

/// A briefing as it stands while it is being written: read and joined, and perhaps full of mistakes. It is for what helps authors to write;
/// what is published comes from a `Build.Plan`.
package struct BriefingAtHand: Sendable {
  package let facts: FactBase
  /// The defaults where briefing.yml cannot be read.
  package let settings: BriefingSettings
  package let pages: [Page]
  package let words: Wording
  package let input: Build.Input
  private let parsed: ParsedFiles
  private let memory: ParsedMemory
  /// What was said when the facts were joined.
  private let joining: DiagnosticLog
  /// The last plan of this briefing, as it is or was before.
  private var planned: PlannedSite?

  /// Reads the files.
  ///
  /// - Parameter earlier: The same briefing before: a file that has not changed since is not read again.
  package init(_ input: Build.Input, after earlier: BriefingAtHand? = nil) async {
    self.input = input
    var memory = earlier?.memory ?? ParsedMemory()
    parsed = await ParsedFiles(input, reusing: &memory)
    self.memory = memory
    planned = earlier?.planned
    var log = DiagnosticLog()
    if let earlier, earlier.joining.isEmpty, let renewal = Renewal(from: earlier.input, to: input) {
      facts = FactBase(parsed.facts, after: earlier.facts, renewing: renewal.kinds, log: &log)
    } else {
      facts = FactBase(parsed.facts, log: &log)
    }
    joining = log
    settings = parsed.settings ?? BriefingSettings()
    pages = parsed.pages
    words = Wording(Strings(entries: parsed.strings ?? [], language: settings.language, declarations: BriefingWords.declarations))
  }

  /// The files that were read.
  package var files: [SourceFile] { input.files }

  /// Checks and plans what was read, with what an earlier plan of it, or of the briefing before, found out.
  ///
  /// - Returns: The plan, and the briefing that remembers it.
  package func plan() async -> (plan: Build.Plan, briefing: BriefingAtHand) {
    let (plan, planned) = await SitePlanner(input, parsed, after: planned, checking: (facts, joining)).plan()
    var briefing = self
    briefing.planned = planned
    return (plan, briefing)
  }

  /// The names that fields may hold.
  package var names: KnownNames {
    let statuses = settings.statuses.map { status in
      KnownNames.Name(status.id, status.meaning ?? words("status.\(status.id).meaning"))
    }
    return KnownNames(
      facts,
      [
        .statuses: statuses,
        .codes: (FactsCatalogue.all + BriefingCatalogue.all).sorted { $0.code < $1.code }.map { .init($0.code, $0.meaning) },
        .pages: pages.map { .init(String($0.source.dropFirst("Content/".count)), $0.title ?? "") },
        .assets: input.assets.sorted().filter { $0.hasPrefix("assets/") }.map { .init(String($0.dropFirst("assets/".count)), "") },
      ])
  }
}

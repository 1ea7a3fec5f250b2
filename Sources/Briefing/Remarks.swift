package import Diagnostics
package import EDTF
import Facts

/// What a build of the same sources would say, on whatever day: the manifest keeps it, so that a build that has nothing to write knows that it
/// has nothing to say either.
package struct Remarks: Sendable, Hashable {
  /// How many warnings there are but for reviews that are due.
  package let warnings: Int
  /// The last day on which no review is due; nil where none ever will be.
  package let reviewBy: CivilDay?

  /// - Parameter log: All that was said of the sources.
  package init(of site: Site, _ log: DiagnosticLog) {
    let due = DiagnosticKind.reviewDue.code
    warnings = log.diagnostics.count { $0.severity == .warning && $0.code != due }
    reviewBy = site.settings.state == .open ? site.facts.firstReview(of: site.settings) : nil
  }
}

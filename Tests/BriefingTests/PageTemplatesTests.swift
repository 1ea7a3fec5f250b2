import Testing

@testable import Briefing

@Suite struct PageTemplatesTests {
  /// The templates that come with brief are all of the kind that is settled before a page is there.
  @Test func allKindsAreLinked() async throws {
    let small = try await SmallSite()
    #expect(small.prepared.templates.unlinked == [])
  }
}

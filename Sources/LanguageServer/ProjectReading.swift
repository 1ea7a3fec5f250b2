import Briefing
import Diagnostics

/// The project as its texts are at one time: read and joined, and looked through for mentions, beside each other and beside the server. It is
/// begun with the change, and once for all who ask.
struct ProjectReading: Sendable {
  /// Which change of the texts it follows.
  let generation: Int
  let briefing: Task<BriefingAtHand, Never>
  let index: Task<MentionIndex, Never>

  /// - Parameters:
  ///   - earlier: What was read before: files that have not changed since are not read again.
  ///   - mentions: The same of the mentions.
  init(_ generation: Int, _ input: Build.Input, after earlier: BriefingAtHand?, _ mentions: MentionIndex) {
    self.generation = generation
    briefing = Task { await BriefingAtHand(input, after: earlier) }
    index = Task {
      var index = mentions
      index.update(input.files, skipping: input.skipped)
      return index
    }
  }
}

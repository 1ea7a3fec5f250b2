import EDTF

/// A feed before it is written as Atom or as JSON Feed.
///
/// Both formats want a time of day where the briefing knows the day alone: a day stands as its midnight, UTC.
struct Feed: Sendable {
  /// How many entries a feed has at the most: the newest ones.
  static let limit = 100

  let kind: FeedKind
  let title: String
  let subtitle: String
  let entries: [Entry]
  /// The newest day of the entries; of a feed without any, that of the publication.
  let updated: CivilDay

  struct Entry: Sendable {
    /// An address made from ids and days that never change, so that it outlives every title.
    let id: String
    let title: String
    let link: String
    let published: CivilDay
    let updated: CivilDay
    let category: Category
    /// HTML whose addresses are absolute.
    let content: [UInt8]
  }

  enum Category: String, Sendable {
    case briefing, claim, status, correction, edition, event
  }

  /// The page that shows what the feed tells.
  func home(in site: Site) -> String {
    kind == .changes ? site.history.steps.isEmpty ? SitePath.index : SitePath.changes : SitePath.timeline
  }

  /// Where a feed has no entry and the briefing names no day, a format that wants one gets the first that it can write.
  static let noDay = CivilDay(dayNumber: 0)

  /// The first moment of a day, as RFC 3339 writes it.
  static func time(_ day: CivilDay) -> String {
    day.text + "T00:00:00Z"
  }
}

import Facts

/// On which page of its list each record stands that has no page of its own: a source, a question, a term, a correction.
///
/// It is empty for a site in which each of these lists has one page.
struct ListPlaces: Sendable, Hashable {
  private var parts: [FactKind: [String: Int]] = [:]
  /// The paths of each list's pages.
  private var paths: [FactKind: [String]] = [:]

  /// Every record on its list's only page.
  static let none = ListPlaces()

  private init() {}

  /// - Parameter lists: The records of each kind in the order of their list, and how many of them stand on a page.
  init(_ lists: [(kind: FactKind, ids: [String], size: Int)]) {
    for (kind, ids, size) in lists where ids.count > size {
      parts[kind] = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Paging.part(of: $0, by: size)) })
      let first = String(SitePath.of(FactKey(kind, "")).dropLast())
      paths[kind] = (1...Paging.count(of: ids.count, by: size)).map { Paging.path(first, part: $0) }
    }
  }

  /// The page that a record has, or the page and the anchor where it stands.
  func path(of key: FactKey) -> String {
    guard !parts.isEmpty, let part = parts[key.kind]?[key.id], part > 1, let page = paths[key.kind]?[part - 1] else {
      return SitePath.of(key)
    }
    return page + "#" + key.id
  }

  /// The records that stand on another page than in `other`, of those that both have.
  func moved(from other: ListPlaces) -> [FactKey] {
    guard self != other else { return [] }
    return FactKind.allCases.flatMap { kind in
      let (now, then) = (parts[kind] ?? [:], other.parts[kind] ?? [:])
      return Set(now.keys).union(then.keys).filter { now[$0] ?? 1 != then[$0] ?? 1 }.sorted().map { FactKey(kind, $0) }
    }
  }
}

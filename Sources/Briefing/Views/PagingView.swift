import Templates

/// Where a page stands among those that one long list goes over.
package struct PagingView: Sendable {
  let range: String
  let size: String
  let previous: LinkView?
  let next: LinkView?
  let pages: [LinkView]

  package static let table = ViewTable<PagingView>(
    "paging", "Where a page stands among those that one long list goes over.",
    [
      .text("range", "Which of the list stand on this page, in words.") { $0.range },
      .text("size", "How many stand on a page, in words.") { $0.size },
      .optionalRecord("previous", LinkView.table, "The page before this one.") { $0.previous },
      .optionalRecord("next", LinkView.table, "The page after this one.") { $0.next },
      .list("pages", LinkView.table, "All pages of the list, each by the numbers that stand on it.") { $0.pages },
    ])

  /// - Parameters:
  ///   - kind: The word of strings.yml: `claims`, `rows`, `events` or `entries`.
  ///   - first: The path of the list's first page.
  init?(_ kind: String, part: Int, total: Int, by size: Int, first: String, _ words: Wording, _ viewpoint: Viewpoint) {
    let count = Paging.count(of: total, by: size)
    guard count > 1 else { return nil }
    func numbers(_ part: Int) -> [String: String] {
      ["from": words.number((part - 1) * size + 1), "to": words.number(min(part * size, total)), "total": words.number(total)]
    }
    func link(_ other: Int, _ label: String) -> LinkView? {
      (1...count).contains(other)
        ? LinkView(label: label, href: viewpoint.href(Paging.path(first, part: other)), isCurrent: other == part) : nil
    }
    range = words("paging.\(kind)", filling: numbers(part))
    self.size = words.count("paging.size-\(kind)", size)
    previous = link(part - 1, words("paging.previous"))
    next = link(part + 1, words("paging.next"))
    pages = (1...count).compactMap { other in link(other, words("paging.range", filling: numbers(other).filter { $0.key != "total" })) }
  }
}

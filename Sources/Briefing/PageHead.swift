import Diagnostics
package import Facts

/// A page's front matter.
package struct PageHead: Sendable {
  package var title: String?
  package var description: String?
  package var order: Int?
  package var isDraft = false
  package var date: FactDate?
  /// Whether the page stands in the navigation; pages do unless this says `false`.
  package var isInNavigation: Bool?
  /// Whether a table of contents is shown; long pages have one unless this says `false`.
  package var hasContents: Bool?

  package init() {}

  /// Whether both say the same, wherever it stands.
  func isSame(as other: PageHead) -> Bool {
    title == other.title && description == other.description && order == other.order && isDraft == other.isDraft
      && date?.expression == other.date?.expression && isInNavigation == other.isInNavigation && hasContents == other.hasContents
  }

  package static let table = FieldTable<PageHead>(
    "page", "A page's front matter.",
    [
      .optional("title", .text, "The page's title; its first heading if absent.") { $0.title = $1 },
      .optional("description", .text, "What the page holds, for search engines and previews.") { $0.description = $1 },
      .optional("order", .integer, "Its place in the navigation; those without one follow by title.") { $0.order = $1 },
      .optional("draft", .flag, "Whether the page is kept back.") { $0.isDraft = $1 },
      .optional("date", .date, "The day it speaks of, shown under the title.") { $0.date = $1 },
      .optional("nav", .flag, "Whether it stands in the navigation (default true).") { $0.isInNavigation = $1 },
      .optional("toc", .flag, "Whether a table of contents is shown (default: on pages with four headings or more).") {
        $0.hasContents = $1
      },
    ])
}

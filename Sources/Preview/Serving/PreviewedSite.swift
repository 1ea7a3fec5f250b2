/// The site as the server sees it: files by their paths, read when they are asked for.
package struct PreviewedSite: Sendable {
  /// What stands under a path in the site's folder, links not being followed.
  package enum Item: Sendable, Hashable {
    case file([UInt8])
    case folder
    case nothing
  }

  /// The item under a path of names that are joined by `/`; none of them is empty, `.` or `..`.
  let item: @Sendable (_ path: String) -> Item

  package init(item: @escaping @Sendable (_ path: String) -> Item) {
    self.item = item
  }
}

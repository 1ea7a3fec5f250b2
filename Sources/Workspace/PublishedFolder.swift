/// The output folder, read to be shown. Nothing outside it can be reached: links are not followed, wherever they lead.
package struct PublishedFolder: Sendable {
  package enum Item: Sendable, Hashable {
    case file([UInt8])
    case folder
    case nothing
  }

  /// The folder's path; it need not be there.
  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// What stands under a path in the folder.
  ///
  /// - Parameter path: Names joined by `/`; one that is empty, `.` or `..`, or holds a zero byte, leads nowhere.
  /// - Returns: Nothing, too, for what is neither a file nor a folder, and for what cannot be read.
  package func item(_ path: String) -> Item {
    let names = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !names.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else { return .nothing }
    // A file that is just being written has no name yet that counts.
    guard !names.contains(where: { $0.hasPrefix(OutputPath.temporaryPrefix) }) else { return .nothing }
    do throws(DiskFault) {
      return try SystemCalls.readFile(below: self.path, names.map(String.init)).map(Item.file) ?? .folder
    } catch {
      return .nothing
    }
  }
}

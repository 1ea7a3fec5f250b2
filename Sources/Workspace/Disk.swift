/// What this room asks of a disk, as a value: the real one, or in tests one that fails or dies at a chosen call.
struct Disk: Sendable {
  typealias Fault = DiskFault

  /// A regular file, whole; a link is refused.
  var read: @Sendable (_ path: String) throws(Fault) -> [UInt8]
  /// Whether a regular file holds exactly these bytes.
  var holds: @Sendable (_ path: String, _ bytes: [UInt8]) throws(Fault) -> Bool
  /// A folder's entries in no order.
  var entries: @Sendable (_ folder: String) throws(Fault) -> [FolderEntry]
  var status: @Sendable (_ path: String, _ followingLinks: Bool) throws(Fault) -> FileStatus
  /// The same of files in one folder, by their names, which are not followed; nil for one that cannot be looked at.
  var statuses: @Sendable (_ folder: String, _ names: ArraySlice<String>) throws(Fault) -> [FileStatus?]
  var realPath: @Sendable (_ path: String) throws(Fault) -> String
  /// Makes a new file; after a fault a part of it may stand there.
  var create: @Sendable (_ path: String, _ bytes: [UInt8]) throws(Fault) -> Void
  var rename: @Sendable (_ old: String, _ new: String) throws(Fault) -> Void
  /// Gives a file the present time as that of its last change.
  var touch: @Sendable (_ path: String) throws(Fault) -> Void
  var removeFile: @Sendable (_ path: String) throws(Fault) -> Void
  var makeFolder: @Sendable (_ path: String) throws(Fault) -> Void
  var removeFolder: @Sendable (_ path: String) throws(Fault) -> Void
  /// The only lock on a folder, or the fault `busy`.
  var lock: @Sendable (_ folder: String) throws(Fault) -> Int32
  var unlock: @Sendable (_ lock: Int32) -> Void

  static let real = Disk(
    read: SystemCalls.readFile,
    holds: SystemCalls.file(_:holds:),
    entries: SystemCalls.entries(of:),
    status: SystemCalls.status(of:followingLinks:),
    statuses: SystemCalls.statuses(in:of:),
    realPath: SystemCalls.realPath,
    create: SystemCalls.createFile,
    rename: SystemCalls.renameFile,
    touch: SystemCalls.touchFile,
    removeFile: SystemCalls.removeFile,
    makeFolder: SystemCalls.makeFolder,
    removeFolder: SystemCalls.removeFolder,
    lock: SystemCalls.lockFolder,
    unlock: SystemCalls.unlockFolder)
}

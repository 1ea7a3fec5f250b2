import Synchronization

@testable import Workspace

/// A real disk that fails, or from some call on does nothing any more, as if the process had been killed.
final class FaultyDisk: Sendable {
  enum Way: Sendable {
    /// That call fails as on a full disk, and only that one.
    case fails
    /// That call and all after it do nothing: the process is gone.
    case dies
  }

  private let calls = Atomic(0)
  let fatalCall: Int
  let way: Way

  init(at call: Int, _ way: Way) {
    fatalCall = call
    self.way = way
  }

  var callCount: Int { calls.load(ordering: .relaxed) }
  var wasReached: Bool { callCount > fatalCall }

  /// Whether this call goes wrong.
  private func count() -> Bool {
    let number = calls.wrappingAdd(1, ordering: .relaxed).oldValue
    return way == .fails ? number == fatalCall : number >= fatalCall
  }

  private func guardCall() throws(DiskFault) {
    if count() { throw .noSpace }
  }

  var disk: Disk {
    let real = Disk.real
    return Disk(
      read: { (path) throws(DiskFault) in
        try self.guardCall()
        return try real.read(path)
      },
      holds: { (path, bytes) throws(DiskFault) in
        try self.guardCall()
        return try real.holds(path, bytes)
      },
      entries: { (folder) throws(DiskFault) in
        try self.guardCall()
        return try real.entries(folder)
      },
      status: { (path, following) throws(DiskFault) in
        try self.guardCall()
        return try real.status(path, following)
      },
      statuses: { (folder, names) throws(DiskFault) in
        try self.guardCall()
        return try real.statuses(folder, names)
      },
      realPath: { (path) throws(DiskFault) in try real.realPath(path) },
      create: { (path, bytes) throws(DiskFault) in
        // A part of the file gets on to the disk before it is full, or before the end.
        let isDead = self.way == .dies && self.callCount > self.fatalCall
        if self.count() {
          if !isDead { try real.create(path, Array(bytes.prefix(bytes.count / 2))) }
          throw .noSpace
        }
        try real.create(path, bytes)
      },
      rename: { (old, new) throws(DiskFault) in
        try self.guardCall()
        try real.rename(old, new)
      },
      touch: { (path) throws(DiskFault) in
        try self.guardCall()
        try real.touch(path)
      },
      removeFile: { (path) throws(DiskFault) in
        try self.guardCall()
        try real.removeFile(path)
      },
      makeFolder: { (path) throws(DiskFault) in
        try self.guardCall()
        try real.makeFolder(path)
      },
      removeFolder: { (path) throws(DiskFault) in
        try self.guardCall()
        try real.removeFolder(path)
      },
      lock: { (folder) throws(DiskFault) in try real.lock(folder) },
      unlock: { lock in real.unlock(lock) })
  }
}

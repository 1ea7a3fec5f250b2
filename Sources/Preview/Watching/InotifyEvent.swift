#if os(Linux) || os(Android)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// What inotify says of a folder, or of a name in it (inotify(7)).
  struct InotifyEvent: Sendable, Hashable {
    /// The watch's number; -1 where events were lost.
    let watch: Int32
    let mask: UInt32
    /// Empty if it is about the folder itself.
    let name: String

    func isAny(of flags: Int...) -> Bool {
      flags.contains { mask & UInt32(truncatingIfNeeded: $0) != 0 }
    }

    /// The events in what was read: a head of 16 bytes each, and a name that is filled up with zeros.
    static func all(in bytes: [UInt8]) -> [InotifyEvent] {
      var events: [InotifyEvent] = []
      var start = 0
      func number(at offset: Int) -> UInt32 {
        // In the order of bytes of this machine.
        var number: UInt32 = 0
        unsafe withUnsafeMutableBytes(of: &number) { unsafe $0.copyBytes(from: bytes[offset..<offset + 4]) }
        return number
      }
      while start + 16 <= bytes.count {
        let end = start + 16 + Int(number(at: start + 12))
        guard end <= bytes.count else { break }
        let name = bytes[(start + 16)..<end].prefix { $0 != 0 }
        events.append(
          InotifyEvent(
            watch: Int32(bitPattern: number(at: start)), mask: number(at: start + 4), name: String(decoding: name, as: UTF8.self)))
        start = end
      }
      return events
    }

    /// What is asked for of each folder: whatever changes, comes, goes or is closed after writing.
    static let wanted = UInt32(
      IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
        | IN_ONLYDIR)
  }
#endif

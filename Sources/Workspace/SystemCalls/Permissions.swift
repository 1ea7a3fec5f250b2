#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SystemCalls {
  /// Gives a file the permissions of another. That a disk knows none is no fault.
  static func copyPermissions(from old: String, to new: String) {
    var status = stat()
    guard unsafe stat(old, &status) == 0 else { return }
    _ = unsafe chmod(new, status.st_mode & 0o7777)
  }
}

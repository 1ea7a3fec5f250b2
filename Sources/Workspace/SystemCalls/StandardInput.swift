#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The process's standard input.
package enum StandardInput {
  /// Waits for the next bytes; nil at the end. It holds up the thread that calls it.
  package static func next() -> [UInt8]? {
    var count = -1
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      repeat { count = unsafe read(0, buffer.baseAddress, 1 << 16) } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    return count > 0 ? bytes : nil
  }
}

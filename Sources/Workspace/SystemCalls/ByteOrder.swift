#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The order of texts by their bytes, by which tens of thousands of paths are sorted.
enum ByteOrder {
  /// Whether the bytes of the one come before those of the other.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let isBefore: Bool?? = unsafe left.utf8.withContiguousStorageIfAvailable { first in
      unsafe right.utf8.withContiguousStorageIfAvailable { second in unsafe order(first, second) < 0 }
    }
    if case .some(.some(let isBefore)) = isBefore { return isBefore }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Below zero, zero or above, as the one comes before, is the same as or comes after the other.
  private static func order(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = left.baseAddress, let second = right.baseAddress else { return left.count - right.count }
    let order = unsafe memcmp(first, second, min(left.count, right.count))
    return order == 0 ? left.count - right.count : Int(order)
  }
}

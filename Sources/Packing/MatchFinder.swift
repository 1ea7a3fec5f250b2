/// Finds earlier text that comes again, within deflate's window: chains of places whose next three bytes are alike.
struct MatchFinder {
  struct Match {
    var length: Int
    var distance: Int
  }

  static let window = 32 * 1024
  static let shortest = 3
  static let longest = 258
  /// The length that is good enough.
  private static let good = 128
  /// How many places are tried.
  private let effort: Int

  private let bytes: [UInt8]
  private var heads = [Int32](repeating: -1, count: 1 << 15)
  private var previous = [Int32](repeating: -1, count: MatchFinder.window)

  init(_ bytes: [UInt8], effort: Int) {
    self.bytes = bytes
    self.effort = effort
  }

  /// Notes that a text begins here.
  mutating func note(_ place: Int) {
    guard place + Self.shortest <= bytes.count else { return }
    let slot = slot(place)
    previous[place & (Self.window - 1)] = heads[slot]
    heads[slot] = Int32(truncatingIfNeeded: place)
  }

  /// The longest text noted that comes again here, if it is longer than `length`; among equals the nearest.
  func match(at place: Int, longerThan length: Int) -> Match? {
    let most = min(Self.longest, bytes.count - place)
    guard most >= Self.shortest, length < most else { return nil }
    var best = Match(length: max(length, Self.shortest - 1), distance: 0)
    var candidate = Int(heads[slot(place)])
    var tries = effort
    while candidate >= 0, candidate < place, place - candidate <= Self.window, tries > 0 {
      if bytes[candidate + best.length] == bytes[place + best.length], bytes[candidate] == bytes[place] {
        var length = 0
        while length < most, bytes[candidate + length] == bytes[place + length] { length += 1 }
        if length > best.length {
          best = Match(length: length, distance: place - candidate)
          if length >= Self.good || length == most { break }
        }
      }
      let next = Int(previous[candidate & (Self.window - 1)])
      // A slot that a later place has taken over leads forward: the chain ends there.
      guard next < candidate else { break }
      candidate = next
      tries -= 1
    }
    return best.distance > 0 ? best : nil
  }

  private func slot(_ place: Int) -> Int {
    let value = UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
    return Int((value &* 0x9E37_79B1) >> 17)
  }
}

/// Unpacks deflate (RFC 1951), strictly and slowly: what the packing room makes is held against it.
package struct Inflate {
  package struct Fault: Error {}

  private let bytes: [UInt8]
  private var place: Int
  private var bit = 0
  private var out: [UInt8] = []

  private init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// The unpacked bytes, and where the packed ones end.
  package static func unpack(_ bytes: [UInt8], from place: Int = 0) throws -> (bytes: [UInt8], end: Int) {
    var inflate = Inflate(bytes, at: place)
    try inflate.run()
    return (inflate.out, inflate.bit == 0 ? inflate.place : inflate.place + 1)
  }

  private mutating func run() throws {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      guard try bits(2) == 2 else { throw Fault() }
      let (literals, distances) = try codes()
      try block(literals, distances)
    }
  }

  private mutating func bits(_ count: Int) throws -> Int {
    var value = 0
    for index in 0..<count {
      guard place < bytes.count else { throw Fault() }
      value |= Int(bytes[place] >> UInt8(bit) & 1) << index
      bit += 1
      if bit == 8 { (bit, place) = (0, place + 1) }
    }
    return value
  }

  /// Symbols by length and code.
  private typealias Code = [Int: Int]

  private mutating func symbol(_ code: Code) throws -> Int {
    var value = 1
    for _ in 0..<15 {
      value = try value << 1 | bits(1)
      if let symbol = code[value] { return symbol }
    }
    throw Fault()
  }

  private static func code(_ lengths: ArraySlice<Int>) throws -> Code {
    var code: Code = [:]
    var next = 0
    for length in 1...15 {
      for (symbol, own) in zip(0..., lengths) where own == length {
        code[1 << length | next] = symbol
        next += 1
      }
      guard next <= 1 << length else { throw Fault() }
      next <<= 1
    }
    // Nothing is left over: a complete code.
    guard next == 1 << 16 else { throw Fault() }
    return code
  }

  private mutating func codes() throws -> (Code, Code) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let lengthCount = try bits(4) + 4
    var lengths = [Int](repeating: 0, count: 19)
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].prefix(lengthCount) { lengths[symbol] = try bits(3) }
    let code = try Self.code(lengths[...])
    var all: [Int] = []
    while all.count < literalCount + distanceCount {
      let symbol = try symbol(code)
      switch symbol {
      case 16:
        guard let last = all.last else { throw Fault() }
        all += Array(repeating: last, count: try bits(2) + 3)
      case 17: all += Array(repeating: 0, count: try bits(3) + 3)
      case 18: all += Array(repeating: 0, count: try bits(7) + 11)
      default: all.append(symbol)
      }
    }
    guard all.count == literalCount + distanceCount else { throw Fault() }
    return (try Self.code(all[..<literalCount]), try Self.code(all[literalCount...]))
  }

  private mutating func block(_ literals: Code, _ distances: Code) throws {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        out.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      let length: Int
      switch symbol {
      case 257...264: length = symbol - 254
      case 265...284:
        let extra = (symbol - 261) / 4
        length = 3 + (4 + (symbol - 265) % 4) << extra + (try bits(extra))
      case 285: length = 258
      default: throw Fault()
      }
      let step = try self.symbol(distances)
      guard step < 30 else { throw Fault() }
      let extra = max(0, step / 2 - 1)
      let distance = step < 4 ? step + 1 : 1 + (2 + step % 2) << extra + (try bits(extra))
      guard distance <= out.count else { throw Fault() }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }
}

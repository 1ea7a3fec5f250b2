/// Swift, read just well enough to tell code from comments and string literals.
enum SwiftText {
  /// The text with comments and the contents of string literals as spaces; lines and columns (in bytes) stay. What is interpolated stays code.
  static func code(of text: String) -> String {
    var reader = Reader(bytes: Array(text.utf8))
    reader.read()
    return String(decoding: reader.result, as: UTF8.self)
  }
}

extension SwiftText {
  private struct Reader {
    let bytes: [UInt8]
    var result: [UInt8] = []
    private var index = 0
    /// The string literals that are open, and how many parentheses are open in the code interpolated into each.
    private var open: [(hashes: Int, isLong: Bool, depth: Int)] = []

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func read() {
      while index < bytes.count {
        if !Self.isMark[Int(bytes[index])] {
          keep()
        } else if starts("//") {
          while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { blank() }
        } else if starts("/*") {
          readComment()
        } else if let hashes = literalHashes() {
          readString(hashes: hashes)
        } else if bytes[index] == UInt8(ascii: "("), !open.isEmpty {
          open[open.count - 1].depth += 1
          keep()
        } else if bytes[index] == UInt8(ascii: ")"), let last = open.last {
          if last.depth > 0 {
            open[open.count - 1].depth -= 1
            keep()
          } else {
            blank()
            open.removeLast()
            readRest(hashes: last.hashes, isLong: last.isLong)
          }
        } else {
          keep()
        }
      }
    }

    /// The bytes at which anything but more code may begin.
    private static let isMark = (0...255).map { Array("/#\"()".utf8).contains(UInt8($0)) }

    private mutating func readComment() {
      var depth = 0
      repeat {
        if starts("/*") {
          depth += 1
          blank(2)
        } else if starts("*/") {
          depth -= 1
          blank(2)
        } else {
          blank()
        }
      } while depth > 0 && index < bytes.count
    }

    /// The number of `#` before a quote that begins here; nil if no literal does.
    private func literalHashes() -> Int? {
      var count = 0
      while index + count < bytes.count, bytes[index + count] == UInt8(ascii: "#") { count += 1 }
      return index + count < bytes.count && bytes[index + count] == UInt8(ascii: "\"") ? count : nil
    }

    private mutating func readString(hashes: Int) {
      blank(hashes)
      let isLong = starts("\"\"\"")
      blank(isLong ? 3 : 1)
      readRest(hashes: hashes, isLong: isLong)
    }

    private mutating func readRest(hashes: Int, isLong: Bool) {
      let fence = String(repeating: "#", count: hashes)
      let close = (isLong ? "\"\"\"" : "\"") + fence
      while index < bytes.count {
        if bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\"), bytes[index] != UInt8(ascii: "\n") {
          blank()
        } else if starts(close) {
          blank(close.utf8.count)
          return
        } else if starts("\\" + fence + "(") {
          blank(hashes + 2)
          open.append((hashes, isLong, 0))
          return
        } else if starts("\\" + fence) {
          blank(hashes + 2)
        } else if !isLong, bytes[index] == UInt8(ascii: "\n") {
          return
        } else {
          blank()
        }
      }
    }

    private func starts(_ text: String) -> Bool {
      bytes[index...].starts(with: text.utf8)
    }

    private mutating func keep() {
      result.append(bytes[index])
      index += 1
    }

    private mutating func blank(_ count: Int = 1) {
      for _ in 0..<count where index < bytes.count {
        result.append(bytes[index] == UInt8(ascii: "\n") ? bytes[index] : UInt8(ascii: " "))
        index += 1
      }
    }
  }
}

/// Writes CSV straight into bytes, by RFC 4180: a row of names first, commas, CRLF at the row's end, quotation marks where a cell needs them.
/// It is UTF-8, and begins with a byte order mark: by it Excel knows UTF-8 from the code page of its country. Other spreadsheets and data
/// libraries take it for what it is; for programs that read bytes there is JSON.
///
/// A cell whose first character makes a spreadsheet calculate (`=`, `+`, `-`, `@`, tab, line ends) gets an apostrophe before it, which
/// spreadsheets hide. So a date before the year 1 reads `'-0043-03-15`.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private let width: Int

  /// - Parameter names: The columns; every row must have as many cells.
  init(_ names: [String], capacity: Int = 4096) {
    width = names.count
    bytes.reserveCapacity(capacity)
    bytes += [0xEF, 0xBB, 0xBF]
    row(names)
  }

  mutating func row(_ cells: [String?]) {
    precondition(cells.count == width, "a row of CSV has as many cells as there are columns")
    row { cells[$0] }
  }

  /// - Parameter cell: Is asked for the cell of each column.
  mutating func row(_ cell: (Int) -> String?) {
    for index in 0..<width {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let cell = cell(index) { append(cell) }
    }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    let start = bytes.count
    if let first = cell.utf8.first, Self.isFormula(first) { bytes.append(UInt8(ascii: "'")) }
    // Most cells need no quotation marks: they are appended whole, and looked through where they stand.
    bytes.append(contentsOf: cell.utf8)
    guard bytes[start...].contains(where: { Self.needsQuotes($0) }) else { return }
    let plain = Array(bytes[start...])
    bytes.removeSubrange(start...)
    bytes.append(UInt8(ascii: "\""))
    for byte in plain {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13: true
    default: false
    }
  }
}

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
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let cell { append(cell) }
    }
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    let calculates = cell.utf8.first.map(Self.isFormula) ?? false
    guard cell.utf8.contains(where: Self.needsQuotes) else {
      if calculates { bytes.append(UInt8(ascii: "'")) }
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if calculates { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
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

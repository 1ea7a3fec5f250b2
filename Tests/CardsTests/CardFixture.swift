import Foundation
import TestKit
import Testing

@testable import Cards

/// Cards in several languages, and the fonts that stand beside the project's templates.
enum CardFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Templates/cards")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "\(name).ttf")))
  }

  static func font(_ name: String) throws -> Font {
    try Font(bytes(name))
  }

  static func fonts() throws -> CardFonts {
    var files: [String: [UInt8]] = [:]
    for name in CardFonts.names { files[name] = try bytes(name) }
    return try CardFonts(files)
  }

  static let disputed = Card.Mark(glyph: "⇄", label: "Disputed", ink: .open, border: .double)

  static func card(_ headline: String, mark: Card.Mark? = disputed) -> Card {
    Card(
      title: "The harbour talks", asOf: "As of 31 August 2025", mark: mark, headline: headline,
      parties: [Card.Party(part: "Said by", name: "The envoy"), Card.Party(part: "Said of", name: "The council")])
  }

  static let short = card("The council offered a ceasefire.")
  static let long = card(String(repeating: "The council offered a ceasefire if the harbour opens. ", count: 20))
  static let german = card("Die Hafenbehörde gewährt „Übergangshilfe“ für Schiffe über 40 000 Tonnen.")
  static let ukrainian = card("Росія погодилася, щоб Україна отримала гарантії безпеки, подібні до статті 5 НАТО.")
  static let greek = card("Η Ρωσία δέχθηκε να δοθούν στην Ουκρανία εγγυήσεις ασφαλείας.")
  static let word = card(String(repeating: "Donaudampfschifffahrt", count: 9))
  static let briefing = Card(
    title: "The harbour talks", asOf: "As of 31 August 2025", headline: "Is there a truce in the harbour?",
    tallies: (1...9).map { Card.Tally(mark: disputed, count: $0) })

  /// The parts of a PNG file, checked one by one.
  struct Picture {
    let width: Int
    let height: Int
    /// A place in the palette for each pixel.
    let pixels: [UInt8]
    let colours: Int

    init(_ file: [UInt8]) throws {
      try #require(file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      var chunks: [(name: String, content: ArraySlice<UInt8>)] = []
      var place = 8
      while place < file.count {
        try #require(place + 12 <= file.count)
        let length = file[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        try #require(place + 12 + length <= file.count)
        chunks.append((String(decoding: file[place + 4..<place + 8], as: UTF8.self), file[place + 8..<place + 8 + length]))
        place += 12 + length
      }
      try #require(chunks.map(\.name) == ["IHDR", "PLTE", "IDAT", "IEND"])
      let head = Array(chunks[0].content)
      width = head[0..<4].reduce(0) { $0 << 8 | Int($1) }
      height = head[4..<8].reduce(0) { $0 << 8 | Int($1) }
      try #require(head.suffix(5) == [8, 3, 0, 0, 0])
      colours = chunks[1].content.count / 3
      let rows = try Inflate.unpack(Array(chunks[2].content), from: 2).bytes
      try #require(rows.count == (width + 1) * height)
      var pixels: [UInt8] = []
      for row in 0..<height {
        try #require(rows[row * (width + 1)] == 0)
        pixels += rows[row * (width + 1) + 1..<(row + 1) * (width + 1)]
      }
      self.pixels = pixels
    }
  }
}

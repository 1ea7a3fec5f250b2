/// Lays a card out and draws it: the briefing and its day above, the claim under its status in the middle, who and of whom at the foot.
struct CardPainter {
  private(set) var canvas = Canvas(width: Card.width, height: Card.height)
  private let fonts: CardFonts

  private static let margin = 64
  private static let measure = Card.width - 2 * margin

  init(_ fonts: CardFonts) {
    self.fonts = fonts
  }

  mutating func paint(_ card: Card) {
    head(card)
    let foot = card.tallies.isEmpty ? parties(card.parties) : tallies(card.tallies)
    var top = 140
    if let mark = card.mark {
      draw(mark, x: Self.margin, baseline: 184, size: 38)
      top = 228
    }
    let room = foot - 26 - top
    let headline = Paragraph(
      card.headline, fonts.headline, sizes: [100, 88, 76, 70, 64, 58, 53, 48, 44, 40], tracking: -8, leading: 114, width: Self.measure,
      height: room)
    headline.draw(on: &canvas, x: Self.margin - 2, top: top + (room - headline.height) * 2 / 5, .ink)
  }

  /// The title and the day, over a rule.
  private mutating func head(_ card: Card) {
    canvas.fill(x: 0, y: 0, width: Card.width, height: 10, .ink)
    let day = Paragraph.line(card.asOf, TextStyle(face: fonts.text, size: 27), width: Self.measure / 2)
    let dayWidth = day.width >> 8 + 1
    day.draw(on: &canvas, x: Card.width - Self.margin - dayWidth, y: 82, .quiet)
    let title = Paragraph.line(card.title, TextStyle(face: fonts.strong, size: 27), width: Self.measure - dayWidth - 48)
    title.draw(on: &canvas, x: Self.margin, y: 82, .ink)
    canvas.fill(x: Self.margin, y: 108, width: Self.measure, height: 2, .ink)
  }

  // MARK: At the foot

  /// Draws the parties side by side, and says where the foot begins.
  private mutating func parties(_ parties: [Card.Party]) -> Int {
    guard !parties.isEmpty else { return Card.height - 24 }
    let top = 500
    canvas.fill(x: Self.margin, y: top, width: Self.measure, height: 2, Ink.lineIndex)
    let gap = 40
    let width = (Self.measure - gap * (parties.count - 1)) / parties.count
    for (index, party) in parties.enumerated() {
      let x = Self.margin + index * (width + gap)
      let part = Paragraph.line(party.part, TextStyle(face: fonts.text, size: 25), width: width)
      part.draw(on: &canvas, x: x, y: top + 44, .quiet)
      let name = Paragraph.line(party.name, fonts.strong, sizes: [34, 31, 28], width: width)
      name.draw(on: &canvas, x: x, y: top + 88, .ink)
    }
    return top
  }

  /// Draws how many claims stand how, and says where the foot begins: in one row, a little smaller, if they fit so.
  private mutating func tallies(_ tallies: [Card.Tally]) -> Int {
    let gap = 30
    let sizes = [25, 23, 21]
    let size = sizes.first { arranged(tallies, size: $0, gap: gap).count == 1 } ?? sizes[0]
    let rows = arranged(tallies, size: size, gap: gap)
    let step = 54
    let top = Card.height - 40 - step * rows.count
    canvas.fill(x: Self.margin, y: top, width: Self.measure, height: 2, Ink.lineIndex)
    for (index, row) in rows.enumerated() {
      var x = Self.margin
      for (tally, width) in row {
        draw(tally.mark, x: x, baseline: top + 50 + index * step, size: size, count: tally.count)
        x += width + gap
      }
    }
    return top
  }

  private func arranged(_ tallies: [Card.Tally], size: Int, gap: Int) -> [[(tally: Card.Tally, width: Int)]] {
    var rows: [[(tally: Card.Tally, width: Int)]] = [[]]
    var used = 0
    for tally in tallies {
      let width = self.width(of: tally.mark, size: size, count: tally.count)
      if used + width > Self.measure, used > 0 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append((tally, width))
      used += width + gap
    }
    return rows
  }

  // MARK: A status

  private func signWidth(_ size: Int) -> Int {
    size * 13 / 10
  }

  private func words(_ mark: Card.Mark, _ count: Int?) -> String {
    count.map { "\($0) \(mark.label)" } ?? mark.label
  }

  private func width(of mark: Card.Mark, size: Int, count: Int?) -> Int {
    signWidth(size) + TextLine(words(mark, count), TextStyle(face: fonts.strong, size: size)).width >> 8 + 1
  }

  private mutating func draw(_ mark: Card.Mark, x: Int, baseline: Int, size: Int, count: Int? = nil) {
    let style = TextStyle(face: fonts.strong, size: size)
    let ink: Ink = mark.ink == .quiet ? .quiet : .ink
    // Signs come from a font without bold: drawn twice, they are as dark as the word.
    let sign = TextLine(mark.glyph, style)
    for shift in 0...size / 24 { sign.draw(on: &canvas, x: x + shift, y: baseline, mark.ink) }
    let line = Paragraph.line(words(mark, count), style, width: Self.measure - signWidth(size))
    line.draw(on: &canvas, x: x + signWidth(size), y: baseline, ink)
    let width = signWidth(size) + line.width >> 8 + 1
    border(mark, x: x, y: baseline + size * 2 / 5, width: width, above: baseline - size - 2 * max(1, size / 14), unit: max(1, size / 14))
  }

  /// The border of a status, with the shape that the stylesheet gives it.
  private mutating func border(_ mark: Card.Mark, x: Int, y: Int, width: Int, above: Int, unit: Int) {
    func rule(_ canvas: inout Canvas, _ y: Int, _ height: Int) {
      canvas.fill(x: x, y: y, width: width, height: height, mark.ink)
    }
    func pieces(_ canvas: inout Canvas, _ length: Int, _ gap: Int, _ height: Int) {
      for start in stride(from: 0, to: width, by: length + gap) {
        canvas.fill(x: x + start, y: y, width: min(length, width - start), height: height, mark.ink)
      }
    }
    switch mark.border {
    case .none: break
    case .thin: rule(&canvas, y, unit)
    case .solid: rule(&canvas, y, 2 * unit)
    case .heavy: rule(&canvas, y, 4 * unit)
    case .dashed: pieces(&canvas, 6 * unit, 4 * unit, 2 * unit)
    case .thinDashed: pieces(&canvas, 4 * unit, 3 * unit, unit)
    case .dotted: pieces(&canvas, 3 * unit, 3 * unit, 3 * unit)
    case .double:
      rule(&canvas, y, unit)
      rule(&canvas, y + 3 * unit, unit)
    case .both:
      rule(&canvas, y, 2 * unit)
      rule(&canvas, above, 2 * unit)
    }
  }
}

/// A place or a width along a drawing, in 1/100 per cent of its width.
package struct ChartPercent: Hashable, Sendable, Comparable {
  package let hundredths: Int

  package init(_ hundredths: Int) {
    self.hundredths = hundredths
  }

  /// With two decimals, as an attribute of SVG takes it: `42.73%`.
  package var text: String {
    let magnitude = hundredths.magnitude
    let fraction = magnitude % 100
    return (hundredths < 0 ? "-" : "") + String(magnitude / 100) + (fraction < 10 ? ".0" : ".") + String(fraction) + "%"
  }

  package static func < (left: ChartPercent, right: ChartPercent) -> Bool { left.hundredths < right.hundredths }
}

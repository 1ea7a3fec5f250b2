import TestKit

/// Random valid expressions, by the grammar.
struct ExpressionGenerator {
  var random: Numbers

  init(seed: UInt64) {
    random = Numbers(state: seed)
  }

  mutating func expression() -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: date()
    case 5: dateTime()
    case 6, 7: interval()
    default: set()
    }
  }

  mutating func dateTime() -> String {
    let clock = [(0, 23), (0, 59), (0, 59)].map { padded(Int.random(in: $0.0...$0.1, using: &random), 2) }.joined(separator: ":")
    let day = "\(padded(Int.random(in: 0...9999, using: &random), 4))-\(padded(month(), 2))-\(padded(day(), 2))"
    return day + "T" + clock + random.pick(["", "Z", "+03", "-08:00", "+05:45", "+14:00", "-11:30", "+00:00"])
  }

  mutating func date(years: ClosedRange<Int> = -9999...9999) -> String {
    var year = Int.random(in: years, using: &random)
    if random.chance(5), years.lowerBound < 0 { return longYear() + mark() }
    if year == 0 { year = 1 }
    var digits = Array(padded(abs(year), 4))
    let unspecified = random.chance(20)
    // A nonzero first digit keeps the year from being minus zero.
    if unspecified { for place in 1..<4 where random.chance(40) { digits[place] = "X" } }
    if unspecified, year < 0, digits[0] == "0" { digits[0] = "1" }
    var text = (random.chance(10) ? random.pick(["?", "~", "%"]) : "") + (year < 0 ? "-" : "") + String(digits)
    let marksYear = !text.hasPrefix("?") && !text.hasPrefix("~") && !text.hasPrefix("%")
    func yearMark(_ generator: inout ExpressionGenerator) -> String { marksYear ? generator.mark() : "" }
    if random.chance(30) { return text + yearMark(&self) }
    text += yearMark(&self) + "-"
    if random.chance(15) { return text + "\(Int.random(in: 21...41, using: &random))" + mark() }
    text += leftMark() + (random.chance(15) ? random.pick(["XX", "0X", "1X", "X1", "X2"]) : padded(month(), 2)) + mark()
    if random.chance(40) { return text }
    return text + "-" + leftMark() + (random.chance(20) ? random.pick(["XX", "0X", "1X", "2X", "X3"]) : padded(day(), 2)) + mark()
  }

  mutating func longYear() -> String {
    let sign = random.pick(["", "-"])
    let digits = "\(Int.random(in: 10_000...999_999_999, using: &random))"
    return "Y" + sign + digits + random.pick(["", "E3", "S3", "E7S4"])
  }

  mutating func interval() -> String {
    let (first, second) = (date(years: 1000...1499), date(years: 1500...9999))
    // Unspecified digits may make the later year the earlier: then either end is left off.
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "../" + second
    case 1: return first + "/.."
    case 2: return "/" + second
    case 3: return first + "/"
    default: return first + "/" + second
    }
  }

  mutating func set() -> String {
    var members = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      random.chance(20) ? date(years: 1000...1499) + ".." + date(years: 2000...9999) : date()
    }
    if random.chance(20), !members[0].contains("..") { members[0] = ".." + members[0] }
    let last = members.count - 1
    if random.chance(20), !members[last].contains("..") { members[last] += ".." }
    let inner = members.joined(separator: ",")
    return random.chance(50) ? "[\(inner)]" : "{\(inner)}"
  }

  private mutating func month() -> Int { Int.random(in: 1...12, using: &random) }
  private mutating func day() -> Int { Int.random(in: 1...28, using: &random) }
  private mutating func mark() -> String { random.chance(15) ? random.pick(["?", "~", "%"]) : "" }
  private mutating func leftMark() -> String { random.chance(10) ? random.pick(["?", "~", "%"]) : "" }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

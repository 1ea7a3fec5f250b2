import Diagnostics

/// What is known from earlier runs: an address that was good lately is not asked for again.
package struct LinkCache: Sendable {
  /// A verdict, and the day of it, in days since 1970-01-01.
  package struct Entry: Sendable, Hashable {
    package let verdict: LinkVerdict
    package let day: Int
  }

  package private(set) var entries: [String: Entry] = [:]

  /// How many days a verdict is taken as it is: bad ones are looked at again on the next day.
  package static let daysOfGood = 7
  private static let version = 1

  package init() {}

  /// The verdict on an address, if it is fresh.
  package func verdict(on address: String, today: Int) -> LinkVerdict? {
    guard let entry = entries[address], entry.day <= today else { return nil }
    switch entry.verdict {
    case .good, .moved: return today - entry.day < Self.daysOfGood ? entry.verdict : nil
    case .dead: return today == entry.day ? entry.verdict : nil
    case .unsure: return nil
    }
  }

  /// Remembers what came of an address.
  package mutating func keep(_ result: LinkResult, today: Int) {
    entries[result.address] = Entry(verdict: result.verdict, day: today)
  }

  /// Takes out what is older than a year.
  package mutating func forgetOld(today: Int) {
    entries = entries.filter { today - $0.value.day < 366 }
  }

  // MARK: JSON

  /// Reads what `json` writes. What is not that is as good as nothing: it is only a memory.
  package init(json: [UInt8]) {
    guard let root = try? JSONReader.read(json), root["version"]?.integer == Self.version else { return }
    for member in root["links"]?.members ?? [] {
      guard let day = member.value["day"]?.integer, let word = member.value["verdict"]?.text else { continue }
      let detail = member.value["detail"]?.text ?? ""
      let verdict: LinkVerdict? =
        switch word {
        case "good": .good
        case "moved": .moved(to: detail)
        case "dead": .dead(detail)
        case "unsure": .unsure(detail)
        default: nil
        }
      if let verdict { entries[member.name] = Entry(verdict: verdict, day: day) }
    }
  }

  /// All entries, by their addresses.
  package var json: String {
    let lines = entries.sorted { $0.key < $1.key }.map { address, entry in
      let (word, detail) =
        switch entry.verdict {
        case .good: ("good", "")
        case .moved(let to): ("moved", to)
        case .dead(let why): ("dead", why)
        case .unsure(let why): ("unsure", why)
        }
      return "    \(Self.quoted(address)): {\"day\": \(entry.day), \"verdict\": \"\(word)\", \"detail\": \(Self.quoted(detail))}"
    }
    return "{\n  \"version\": \(Self.version),\n  \"links\": {\n" + lines.joined(separator: ",\n") + "\n  }\n}\n"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20: result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

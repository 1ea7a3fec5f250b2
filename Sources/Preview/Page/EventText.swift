/// What is told to the pages: JSON in one line, as the stream of events wants it (HTML, section 9.2).
enum EventText {
  /// That files changed: paths in the site's folder, sorted.
  static func changed(_ paths: [String]) -> String {
    "event: changed\ndata: [\(paths.map(quoted).joined(separator: ","))]\n\n"
  }

  /// That there are other problems now, or none.
  static func problems(_ problems: [Problem]) -> String {
    "event: problems\ndata: \(json(problems))\n\n"
  }

  /// What a page that was just loaded asks for.
  static func state(version: String, problems: [Problem]) -> String {
    "{\"version\":\(quoted(version)),\"problems\":\(json(problems))}\n"
  }

  private static func json(_ problems: [Problem]) -> String {
    let objects = problems.map { problem in
      "{\"place\":\(problem.place.map(quoted) ?? "null"),\"title\":\(quoted(problem.title)),\"text\":\(quoted(problem.text))}"
    }
    return "[\(objects.joined(separator: ","))]"
  }

  /// A JSON string (RFC 8259, section 7) without line ends of any kind.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0..<0x20, 0x7F, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

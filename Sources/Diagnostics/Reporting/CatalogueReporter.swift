/// What the catalogue says of a code, for people.
package struct CatalogueReporter: Sendable {
  private let paint: Paint
  private let width: Int

  /// - Parameter width: the columns to which sentences are wrapped; examples stay as they are.
  package init(paint: Paint = .none, width: Int = 80) {
    self.paint = paint
    self.width = width
  }

  /// One entry: its code and severity, what it means, a wrong and a right example.
  package func explanation(of kind: DiagnosticKind) -> String {
    var text = paint("\(kind.severity.rawValue)[\(kind.code)]", .severity(kind.severity)) + "\n\n"
    text += wrapped(VisibleText.of(kind.meaning), indent: 0)
    for (title, example) in [("Wrong", kind.wrong), ("Right", kind.right)] {
      for file in example.files {
        text += "\n" + paint("\(title): \(place(of: file))", .strong) + "\n\n"
        var lines = VisibleText.of(file.text, keepsLines: true).split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        if lines.isEmpty { lines = [file.change == .takenOut ? "(the whole file)" : "(an empty file)"] }
        for line in lines { text += line.isEmpty ? "\n" : "    \(line)\n" }
      }
    }
    return text
  }

  private func place(of file: DiagnosticKind.Example.File) -> String {
    let path = VisibleText.of(file.target)
    return switch file.change {
    case .whole: path
    case .added: "added to \(path)"
    case .takenOut: "taken out of \(path)"
    }
  }

  /// All codes in alphabetical order, each with its severity and the first sentence of its meaning.
  package func listing(of kinds: [DiagnosticKind]) -> String {
    var text = ""
    for kind in kinds.sorted(by: { $0.code < $1.code }) {
      text += paint(kind.code, .strong) + " (" + paint(kind.severity.rawValue, .severity(kind.severity)) + ")\n"
      text += wrapped(VisibleText.of(Self.firstSentence(of: kind.meaning)), indent: 4)
    }
    return text
  }

  /// A text up to its first full stop that ends a sentence.
  static func firstSentence(of text: String) -> String {
    var end = text.startIndex
    while let stop = text[end...].firstIndex(of: ".") {
      end = text.index(after: stop)
      if end == text.endIndex || text[end] == " " { return String(text[..<end]) }
    }
    return text
  }

  private func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var result = ""
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(String(word)) > width - indent {
        result += margin + line + "\n"
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? result : result + margin + line + "\n"
  }
}

package import Diagnostics
import EDTF
package import Facts
import YAML

/// What helps to answer for one field: the words and ids that may stand there, and what is wrong with an answer.
package struct FieldHint: Sendable {
  private let files: [SourceFile]

  package init(_ files: [SourceFile]) {
    self.files = files
  }

  /// What may be written, in brackets, behind a question.
  package func text(for shape: FieldShape) -> String {
    if case .choice(let words) = shape { return "\n  one of " + words.joined(separator: ", ") }
    guard let kind = shape.referenceKind else { return "\n  " + shape.words }
    let known = ids(of: kind)
    let more = shape.itemShape == nil ? "" : "; several are joined by commas"
    guard !known.isEmpty else { return "\n  there are no \(kind.rawValue) yet" }
    return "\n  the id of \(kind.withArticle)\(more): " + known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", ..." : "")
  }

  /// What is wrong with an answer, as far as it can be told at once; nil where nothing is.
  package func trouble(with answer: String, for shape: FieldShape) -> String? {
    switch shape {
    case .choice(let words):
      guard !words.contains(answer) else { return nil }
      return "`\(answer)` is none of the words." + near(answer, words)
    case .date:
      do throws(EDTFError) {
        _ = try EDTFParser.parse(answer)
        return nil
      } catch {
        return "`\(answer)` is not a date: \(error.message)." + (error.proposal.map { " Write `\($0)`?" } ?? "")
      }
    case .integer: return Int(answer) == nil ? "`\(answer)` is no whole number." : nil
    case .flag: return ["true", "false"].contains(answer) ? nil : "Write `true` or `false`."
    case .address: return WebAddress.isValid(answer) ? nil : "`\(answer)` is no address: write it whole, with `https://`."
    default:
      guard let kind = shape.referenceKind, answer.first.map({ "[{".contains($0) }) == false else { return nil }
      let known = ids(of: kind)
      let unknown = answer.split(separator: ",").map { $0.filter { $0 != " " } }.first { !known.contains($0) }
      return unknown.map { "there is no \(kind.singular) `\($0)`." + near($0, known) }
    }
  }

  private func near(_ answer: String, _ words: [String]) -> String {
    Suggestion.nearest(to: answer, among: words).map { " Did you mean `\($0)`?" } ?? ""
  }

  private func ids(of kind: FactKind) -> [String] {
    var log = DiagnosticLog()
    return FactFiles(files: files).files(of: kind).flatMap { YAMLReader.read($0, log: &log)?.mapping?.map(\.key) ?? [] }
  }
}

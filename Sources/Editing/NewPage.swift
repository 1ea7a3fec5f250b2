import Briefing
package import Diagnostics
package import Facts

/// A new page of prose: its front matter, and a place to begin.
package struct NewPage: Sendable {
  private var draft: RecordDraft
  private let name: String?

  /// - Parameters:
  ///   - title: The page's title.
  ///   - name: The file's name without its ending, folders before it; made from the title if nil.
  ///   - options: Fields of the front matter.
  package init(title: String?, name: String?, options: [(name: String, text: String)]) throws(EditRefusal) {
    draft = RecordDraft("page", PageHead.table.declarations)
    self.name = name
    if let title { try draft.set("title", to: title) }
    for option in options { try draft.set(option.name, to: option.text) }
  }

  /// The fields of a page's front matter.
  package static var fields: [FieldDeclaration] { PageHead.table.declarations }

  /// The title, if one was given.
  package var title: String? { draft.text("title") }

  /// The file that is new.
  ///
  /// - Throws: If there is no title, if no name can be made of it, or if the file is there already.
  package func edits(in files: [SourceFile], isBare: Bool = false) throws(EditRefusal) -> EditSet {
    guard let title else {
      throw EditRefusal(.request, "a page needs a title", help: ["write it behind `page`, in quotes: `brief new page \"How it was made\"`"])
    }
    guard let name = name ?? IDProposal.of(title) else {
      throw EditRefusal(.request, "no file name can be made of `\(title)`", help: ["give one with `--id`, such as `--id method`"])
    }
    let plain = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    let isGood = parts.allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix("~")
        && part.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    }
    guard isGood, !["facts", "editions", "assets", "root"].contains(parts[0].lowercased()) || parts.count == 1 else {
      throw EditRefusal(
        .request, "`\(name)` cannot be a page's name", help: ["write small letters and hyphens, folders before a slash: `notes/sources`"])
    }
    let path = "Content/\(plain).md"
    if let other = files.first(where: { $0.path.lowercased() == path.lowercased() }) {
      throw EditRefusal(.content, "`\(other.path)` is there already", help: ["give the page another name with `--id`"])
    }
    return EditSet(created: [EditSet.NewFile(path: path, text: text(isBare: isBare))])
  }

  private func text(isBare: Bool) -> String {
    guard case .record(let entries) = draft.value else { return "" }
    var lines = ["---"] + entries.flatMap { FieldLayout.lines($0.name, $0.value, column: 0) }
    if !isBare {
      lines += PageHead.table.declarations.filter { draft[$0.name] == nil }.map { "# \($0.name):  # \($0.meaning)" }
    }
    lines += ["---", ""]
    if !isBare {
      lines.append("<!-- A fact is linked to as [words](claim:some-id), a source cited as [words](source:some-id \"page 4\"). -->")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

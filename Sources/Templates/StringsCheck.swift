package import Diagnostics

/// Checks that strings.yml holds what the program and the templates ask for, and nothing else.
package struct StringsCheck {
  private let strings: Strings
  private let file: SourceFile
  private var log = DiagnosticLog()
  /// Keys with trouble of their own, which are not reported as unused too.
  private var troubled: Set<String> = []

  /// - Parameter usedWords: the keys that templates show, from `TemplateCheck`; nil if that is not known because a template has an error: then
  ///   no key is reported as unused.
  package static func check(_ strings: Strings, in file: SourceFile, usedWords: Set<String>?) -> DiagnosticLog {
    var check = StringsCheck(strings: strings, file: file)
    check.run(usedWords)
    return check.log
  }

  private init(strings: Strings, file: SourceFile) {
    self.strings = strings
    self.file = file
  }

  private mutating func run(_ usedWords: Set<String>?) {
    let keys = Dictionary(strings.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var wanted: [String: StringDeclaration] = [:]
    for declaration in strings.declarations {
      guard declaration.isPlural else {
        wanted[declaration.key] = declaration
        continue
      }
      for category in PluralCategory.allCases { wanted["\(declaration.key).\(category.rawValue)"] = declaration }
    }
    let free = strings.entries.map(\.key).filter { wanted[$0] == nil && !(usedWords?.contains($0) ?? false) }
    for declaration in strings.declarations {
      if declaration.isPlural {
        checkCategories(declaration, keys: keys, free: free)
      } else if keys[declaration.key] == nil {
        reportMissing(declaration.key, declaration, keys: keys, free: free)
      }
    }
    for entry in strings.entries {
      checkPlaces(entry, wanted[entry.key])
      guard wanted[entry.key] == nil, let usedWords, !usedWords.contains(entry.key), !troubled.contains(entry.key) else { continue }
      let declared = Set(strings.declarations.map(\.key))
      log.add(
        Diagnostic(
          .unusedString, "nothing shows the text `\(entry.key)`", at: entry.keySpan,
          help: Suggestion.didYouMean(entry.key, among: declared.sorted()) + ["take the line away"]))
    }
  }

  private mutating func checkCategories(_ declaration: StringDeclaration, keys: [String: StringsEntry], free: [String]) {
    let (required, optional) = (strings.rule.required, strings.rule.optional)
    let present = PluralCategory.allCases.filter { keys["\(declaration.key).\($0.rawValue)"] != nil }
    guard let first = present.first, let entry = keys["\(declaration.key).\(first.rawValue)"] else {
      let plain = keys[declaration.key]
      if plain != nil { troubled.insert(declaration.key) }
      reportMissing("\(declaration.key).\(required[0].rawValue)", declaration, keys: keys, free: free, at: plain?.keySpan)
      return
    }
    for category in required where !present.contains(category) {
      log.add(
        Diagnostic(
          .missingPlural, "`\(declaration.key)` has no form `\(category.rawValue)`, which `\(strings.language)` needs", at: entry.keySpan,
          help: ["write `\(declaration.key).\(category.rawValue)`: \(examples(of: category))"]))
    }
    for category in present where !required.contains(category) && !optional.contains(category) {
      guard let entry = keys["\(declaration.key).\(category.rawValue)"] else { continue }
      log.add(
        Diagnostic(
          .superfluousPlural, "`\(strings.language)` has no form `\(category.rawValue)`", at: entry.keySpan, label: "never shown",
          help: ["its forms are \((required + optional).sorted().map(\.rawValue).joined(separator: ", ")); take this line away"]))
    }
  }

  /// The first numbers that take a form.
  private func examples(of category: PluralCategory) -> String {
    let numbers = (0...120).filter { strings.rule.category($0) == category }.prefix(5)
    return "for \(numbers.map(String.init).joined(separator: ", ")) …"
  }

  private mutating func reportMissing(
    _ key: String, _ declaration: StringDeclaration, keys: [String: StringsEntry], free: [String], at span: SourceSpan? = nil
  ) {
    let near = Suggestion.nearest(to: key, among: free)
    if let near { troubled.insert(near) }
    log.add(
      Diagnostic(
        .missingString, "there is no text `\(key)`", at: span ?? near.flatMap { keys[$0]?.keySpan } ?? file.span(0..<0),
        label: near == nil ? "" : "is `\(key)` meant here?",
        help: ["it says: \(declaration.meaning)"]
          + (declaration.places.isEmpty ? [] : ["its places: \(declaration.places.map { "`{\($0)}`" }.joined(separator: ", "))"])))
  }

  private mutating func checkPlaces(_ entry: StringsEntry, _ declaration: StringDeclaration?) {
    guard let pattern = strings.pattern(entry.key) else { return }
    for offset in pattern.strayBraces {
      troubled.insert(entry.key)
      log.add(
        Diagnostic(
          .strayBrace, "this brace belongs to no place", at: entry.map.span(offset..<offset + 1),
          help: ["write it twice if it is to be shown, or close the place: `{name}`"]))
    }
    let allowed = declaration.map { $0.places + $0.optionalPlaces } ?? []
    for place in pattern.places where !allowed.contains(place.name) {
      troubled.insert(entry.key)
      let none = declaration == nil ? "templates show it as it is" : "it has none"
      log.add(
        Diagnostic(
          .unknownPlace, "`\(entry.key)` has no place `{\(place.name)}`", at: entry.map.span(place.range),
          help: Suggestion.didYouMean(place.name, among: allowed)
            + [allowed.isEmpty ? none : "its places: \(allowed.map { "`{\($0)}`" }.joined(separator: ", "))"]))
    }
    guard let declaration else { return }
    let present = Set(pattern.places.map(\.name))
    // "One event" says its number itself.
    let saysCount = declaration.isPlural && [".zero", ".one", ".two"].contains { entry.key.hasSuffix($0) }
    let unknown = present.subtracting(allowed)
    for place in declaration.places where !present.contains(place) && !(saysCount && place == "count") {
      // A misspelt place is reported as such.
      if Suggestion.nearest(to: place, among: unknown.sorted()) != nil { continue }
      log.add(
        Diagnostic(
          .missingPlace, "`\(entry.key)` lacks the place `{\(place)}`", at: entry.map.span,
          help: ["it says: \(declaration.meaning)"]))
    }
  }
}

// MARK: - Messages

extension DiagnosticKind {
  /// The words of the interface with one line changed.
  private static func words(_ key: String, _ line: String) -> Example {
    .init([("Templates/strings.yml-", key + ":\n"), ("Templates/strings.yml+", line + "\n")])
  }

  package static let missingString = DiagnosticKind(
    "strings.missing-key",
    meaning:
      "Templates/strings.yml lacks a text that the program shows. `brief` has no words of its own, so that a briefing can be in any language.",
    wrong: .init("Templates/strings.yml-", "list.and:\n"), right: words("list.and", "list.and: \"{first} and {second}\""))

  package static let unusedString = DiagnosticKind(
    "strings.unused-key",
    meaning: "Templates/strings.yml holds a text that neither the program nor a template shows; often another key is meant.",
    wrong: .init("Templates/strings.yml+", "no-such-text: Nobody shows this\n"),
    right: .init("Templates/strings.yml+", "# Nothing more.\n"))

  package static let unknownPlace = DiagnosticKind(
    "strings.unknown-place",
    meaning: "A text has a place `{name}` that nothing fills in.",
    wrong: words("site.anonymous", "site.anonymous: \"Nobody is named for {site}.\""),
    right: words("site.anonymous", "site.anonymous: \"Nobody is named for this briefing.\""))

  package static let missingPlace = DiagnosticKind(
    "strings.missing-place",
    meaning: "A text lacks a place whose value the reader needs, such as the number in a count.",
    wrong: words("list.and", "list.and: \"{first} and more\""), right: words("list.and", "list.and: \"{first} and {second}\""))

  package static let strayBrace = DiagnosticKind(
    "strings.stray-brace",
    meaning: "A text has a single brace that belongs to no place. `{{` and `}}` show a brace.",
    wrong: words("site.anonymous", "site.anonymous: \"Nobody {is named for this briefing.\""),
    right: words("site.anonymous", "site.anonymous: \"Nobody {{is named for this briefing.\""))

  package static let missingPlural = DiagnosticKind(
    "strings.missing-plural",
    meaning: "A text that goes with a number lacks a form that the language has, by the plural rules of Unicode CLDR.",
    wrong: .init("Templates/strings.yml-", "claims.count.other:\n"),
    right: words("claims.count.other", "claims.count.other: \"{count} claims\""))

  package static let superfluousPlural = DiagnosticKind(
    "strings.superfluous-plural",
    meaning: "A text that goes with a number has a form that the language does not have, so that it is never shown.",
    wrong: .init("Templates/strings.yml+", "claims.count.few: \"{count} claims\"\n"),
    right: .init("Templates/strings.yml+", "# Nothing more.\n"))
}

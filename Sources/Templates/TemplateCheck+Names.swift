import Diagnostics

// MARK: - Names

extension TemplateCheck {
  /// What a name stands for, or nil after saying why it stands for nothing.
  private mutating func resolve(_ path: TemplatePath, in template: Template, stack: ShapeStack) -> ShapeStack.Place? {
    let name = template.file.text(path.span)
    do {
      var words: [String] = []
      let place = try stack.resolve(name) { shape, field in
        if shape.name == "words" { words.append(field.name) }
      }
      for word in words { noteUse(word) }
      return place
    } catch {
      reportFailure(error, name: name, at: path.span, stack: stack)
      return nil
    }
  }

  private mutating func reportFailure(_ failure: ShapeStack.Failure, name: String, at span: SourceSpan, stack: ShapeStack) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch failure {
    case .unknown(let index, let shape):
      let candidates = shape?.fields.map(\.name) ?? stack.names
      var help = Suggestion.didYouMean(parts[index], among: candidates)
      if shape?.name == "words" {
        help.append("the words of the interface stand in Templates/strings.yml")
      } else if help.isEmpty {
        help.append("names here: \(candidates.prefix(12).joined(separator: ", "))\(candidates.count > 12 ? ", … (see `brief views`)" : "")")
      }
      let place = shape.map { "is not a field of \($0.name)" } ?? "is not a name that can be shown here"
      report(.unknownName, "`\(parts[index])` \(place)", at: partSpan(index, of: parts, in: span), help: help)
    case .noFields(let index, let type):
      let help = if case .list = type { ["go through the list: `{{#\(parts[..<index].joined(separator: "."))}} … `"] } else { [String]() }
      report(
        .unknownName, "`\(parts[..<index].joined(separator: "."))` is a \(type.word) and has no fields",
        at: partSpan(index, of: parts, in: span),
        help: help)
    case .noValue:
      report(.unknownName, "there is no value at hand here", at: span)
    }
  }

  private func partSpan(_ index: Int, of parts: [String], in span: SourceSpan) -> SourceSpan {
    let before = parts[..<index].reduce(0) { $0 + $1.utf8.count + 1 }
    return span.slice(before..<before + parts[index].utf8.count)
  }

  /// A section's stack, and whether its body may be repeated; nil if the name is wrong, so that its body would only repeat the trouble.
  mutating func checkSection(
    _ path: TemplatePath, isInverted: Bool, in template: Template, stack: inout ShapeStack
  ) -> (stack: ShapeStack, repeats: Bool)? {
    guard let place = resolve(path, in: template, stack: stack) else { return nil }
    let name = template.file.text(path.span)
    var inner = stack
    var repeats = false
    var isAlwaysThere = !place.isOptional
    switch place.type {
    case .flag: isAlwaysThere = false
    case .list(let element):
      isAlwaysThere = false
      repeats = true
      inner.markPresent(place)
      inner.push(element)
    case .record:
      isAlwaysThere = isAlwaysThere && isInverted
      inner.markPresent(place)
      inner.push(place.type)
    case .text, .url, .markup, .json, .choice:
      inner.markPresent(place)
      inner.push(place.type)
    }
    if isAlwaysThere {
      report(
        .pointlessSection, "`\(name)` is always there", at: path.span,
        label: isInverted ? "so this is never shown" : "so there is nothing to ask",
        help: [
          isInverted
            ? "take the section away"
            : "write `{{\(place.type.isMarkup ? "{" : "")\(name)}}\(place.type.isMarkup ? "}" : "")` without a section"
        ])
    }
    return (inner, repeats)
  }

  /// The templates that a dynamic name may mean.
  mutating func dynamicTargets(_ path: TemplatePath, in template: Template, stack: ShapeStack) -> [Int] {
    guard let place = resolve(path, in: template, stack: stack) else { return [] }
    let name = template.file.text(path.span)
    guard case .choice(let values) = place.type else {
      report(
        .dynamicName, "`*\(name)` must be a choice, but is a \(place.type.word)", at: path.span,
        help: ["a dynamic name goes only over a field that declares all its values: see `brief views`"])
      return []
    }
    reportUnguarded(place, name: name, at: path.span)
    var targets: [Int] = []
    for value in values {
      if let index = library.index(of: value) {
        targets.append(index)
      } else {
        report(
          .unknownTemplate, "`*\(name)` may be `\(value)`, and there is no such template", at: path.span,
          help: ["write Templates/partials/\(value).mustache"])
      }
    }
    return targets
  }

  mutating func reportUnknownTemplate(_ name: String, _ call: TemplateCall) {
    report(
      .unknownTemplate, "there is no template `\(name)`", at: call.span,
      help: Suggestion.didYouMean(name, among: library.names) + [
        "a partial is a file in Templates/partials/, without `.mustache` in its name"
      ])
  }

  private mutating func reportUnguarded(_ place: ShapeStack.Place, name: String, at span: SourceSpan) {
    guard place.mayBeAbsent else { return }
    report(
      .unguardedOptional, "`\(name)` may be absent", at: span, label: "would be empty then",
      help: ["say what is shown when it is there: `{{#\(name)}} … {{/\(name)}}`"])
  }
}

// MARK: - Values in their places

extension TemplateCheck {
  /// Checks a name that is shown: that it is a value, that it is there, and that it may stand where it does.
  mutating func checkVariable(
    _ path: TemplatePath, raw: Bool, singleQuoted: Bool, in template: Template, stack: ShapeStack, state: inout HTMLState
  ) {
    guard let place = resolve(path, in: template, stack: stack) else { return }
    let name = template.file.text(path.span)
    switch place.type {
    case .list, .record, .flag:
      let article = place.type.word
      report(
        .notAValue, "`\(name)` is a \(article), which cannot be shown as such", at: path.span,
        help: [place.type.isFlag ? "ask for it: `{{#\(name)}} … {{/\(name)}}`" : "open it: `{{#\(name)}} … {{/\(name)}}`"])
      return
    case .markup where !raw:
      report(
        .escapedMarkup, "`\(name)` is markup and would be shown as its source", at: path.span, help: ["write `{{{\(name)}}}`"])
      return
    case .text, .url, .choice, .json:
      if raw {
        report(
          .rawText, "`\(name)` is a \(place.type.word), not markup", at: path.span, label: "would not be escaped",
          help: ["write `{{\(name)}}`"])
        return
      }
    case .markup: break
    }
    reportUnguarded(place, name: name, at: path.span)
    guard let trouble = state.trouble(for: place.type) else {
      if state.mode == .valueSingle, !singleQuoted {
        report(
          .unsafePlace, "`\(name)` stands within single quotes that another template opened", at: path.span,
          help: ["use double quotes around the partial"])
      }
      return
    }
    switch trouble {
    case .unsafe(let place):
      report(
        .unsafePlace, "`\(name)` stands in \(place), where no value can be escaped", at: path.span,
        help: ["names may stand in text, in quoted attributes, and, as json, in a script element for JSON"])
    case .markupInAttribute(let place):
      report(.markupPlace, "`\(name)` is markup and stands in \(place)", at: path.span, help: ["use a text there"])
    case .needsURL:
      report(
        .needsURL, "`\(name)` is a \(place.type.word) and begins an address", at: path.span, label: "could be of any scheme",
        help: ["use a url, or write the address's beginning before it: `/`, `#` or `https:`"])
    case .refusedScheme:
      report(
        .needsURL, "`\(name)` stands in an address with a scheme that is not allowed", at: path.span,
        help: ["allowed: http, https, mailto, tel"])
    case .jsonElsewhere:
      report(
        .jsonPlace, "`\(name)` is json and stands outside of a script element for JSON", at: path.span,
        help: ["write `<script type=\"application/json\">{{\(name)}}</script>`"])
    case .notJSON:
      report(
        .jsonPlace, "`\(name)` is a \(place.type.word) and stands in a script element for JSON", at: path.span,
        label: "would not be quoted as JSON",
        help: ["only json may stand there, as a whole"])
    }
  }
}

extension ViewType {
  fileprivate var isFlag: Bool {
    if case .flag = self { true } else { false }
  }

  fileprivate var isMarkup: Bool {
    if case .markup = self { true } else { false }
  }
}

package import Diagnostics

/// Checks templates against the shapes that they will be shown with, before anything is rendered: every name, section, partial, block and
/// parent is resolved as the renderer will, and every value is looked at for the place in HTML where it stands.
///
/// ```swift
/// var check = TemplateCheck(library)
/// for kind in pageKinds { check.check(kind.template, against: kind.shape) }
/// check.reportUnused()
/// log.append(check.log)
/// ```
///
/// An optional value is shown only where a section says that it is there, `{{#summary}}<p>{{summary}}</p>{{/summary}}`: an absent value would
/// leave an empty element behind without a word. A section over something that is always there is an error for the same reason: it says that
/// there are two cases where there is one.
package struct TemplateCheck {
  package private(set) var log = DiagnosticLog()
  /// The words of the interface that templates show: the names of fields of records whose shape is named `words`.
  package private(set) var usedWords: Set<String> = []

  let library: TemplateLibrary
  private var used: Set<Int> = []
  /// What is known of a template in a context: the state behind it, or nil while it is being walked.
  private var known: [Context: HTMLState?] = [:]
  private var reported: Set<Report> = []
  /// The tags that led here from the page's template.
  private var calls: [SourceSpan] = []
  private var blockNames: [Int: Set<String>] = [:]

  /// All that a template's meaning depends on.
  private struct Context: Hashable {
    let template: Int
    let stack: ShapeStack
    let state: HTMLState
    let overrides: [Override]
  }

  private struct Report: Hashable {
    let code: String
    let span: SourceSpan
  }

  /// A block that a parent's tag hands over; outer ones come first and win.
  struct Override: Hashable {
    let key: NameKey
    /// The block's operation.
    let operation: Int
    /// How many of the overrides before it hold inside of its body.
    let outer: Int
  }

  package init(_ library: TemplateLibrary) {
    self.library = library
  }

  /// Checks the template, and all that it calls, for a view of that shape.
  package mutating func check(_ name: String, against shape: ViewShape) {
    guard let index = library.index(of: name) else {
      log.add(
        Diagnostic(
          .unknownTemplate, "there is no template `\(name)`, which the pages of kind `\(shape.name)` are made with",
          help: ["write Templates/\(name).mustache"] + Suggestion.didYouMean(name, among: library.names)))
      return
    }
    let before = log.diagnostics.count
    let end = walk(template: index, stack: ShapeStack(shape), state: HTMLState(), overrides: [])
    let template = library.templates[index]
    let isKnown = log.diagnostics[before...].contains { $0.code == DiagnosticKind.htmlState.code }
    if end.mode != .data, !template.isBroken, !isKnown {
      report(
        .htmlState, "the page ends inside of \(end.words)",
        at: template.span(template.base + template.file.bytes.count..<template.base + template.file.bytes.count),
        help: ["close it"])
    }
  }

  /// Whether all was read: after an error, parts of the templates were passed over, and what they use is not known.
  package var isComplete: Bool {
    !log.hasErrors && !library.templates.contains(where: \.isBroken)
  }

  /// Reports the templates that nothing shows, after all pages were checked; nothing while that is not known.
  package mutating func reportUnused() {
    guard isComplete else { return }
    for (index, template) in library.templates.enumerated() where !used.contains(index) && !template.isBroken {
      report(
        .unusedTemplate, "nothing uses the template `\(template.name)`", at: template.file.span(0..<0),
        help: ["take the file away, or call it with `{{>\(template.name)}}`"])
    }
  }

  /// Adds a diagnostic, once for a place: a partial is met in many contexts.
  mutating func report(
    _ kind: DiagnosticKind, _ message: String, at span: SourceSpan, label: String = "", others: [Label] = [], help: [String] = []
  ) {
    guard reported.insert(Report(code: kind.code, span: span)).inserted else { return }
    var others = others
    if let call = calls.last, call.file != span.file { others.append(Label(call, "as it is called here")) }
    log.add(Diagnostic(kind, message, at: span, label: label, others: others, help: help))
  }

  mutating func noteUse(_ word: String) {
    usedWords.insert(word)
  }
}

// MARK: - The walk

extension TemplateCheck {
  mutating func walk(template index: Int, stack: ShapeStack, state: HTMLState, overrides: [Override]) -> HTMLState {
    used.insert(index)
    let template = library.templates[index]
    guard !template.isBroken, calls.count < Renderer.partialLimit else { return state }
    let context = Context(template: index, stack: stack, state: state, overrides: overrides)
    if let end = known[context] {
      if end == nil, let call = calls.last {
        report(
          .endlessRecursion, "`\(template.name)` calls itself with nothing changed, so it would never end", at: call,
          help: ["a view's records are of limited depth: write the inner level as a partial of its own"])
      }
      return end ?? state
    }
    known[context] = .some(nil)
    let end = walk(template.operations, in: template, stack: stack, state: state, overrides: overrides)
    known[context] = end
    return end
  }

  private mutating func walk(
    _ range: Range<Int>, in template: Template, stack: ShapeStack, state: HTMLState, overrides: [Override]
  ) -> HTMLState {
    let program = library.program
    var stack = stack
    var html = HTMLScanner(state)
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.operations[index] {
      case .literal(let start, let end, _):
        let bytes = Int(start)..<Int(end)
        html.advance(program.bytes[bytes])
        if html.takeRunTogether() {
          report(
            .htmlState, "an attribute runs into what a section may have left out",
            at: template.span(bytes.lowerBound..<bytes.lowerBound + 1),
            label: "needs a space before it", help: ["write a space at the start of what stands behind the section"])
        }
      case .lineStart: break
      case .variable(let path, let raw, let singleQuoted):
        checkVariable(program.paths[Int(path)], raw: raw, singleQuoted: singleQuoted, in: template, stack: stack, state: &html.state)
      case .section(let path, let end):
        let body = index + 1..<Int(end)
        let inner = checkSection(program.paths[Int(path)], isInverted: false, in: template, stack: &stack)
        if let inner {
          let after = walk(body, in: template, stack: inner.stack, state: html.state, overrides: overrides)
          html.state = join(html.state, after, repeats: inner.repeats ? body : nil, at: program.paths[Int(path)].span, "section")
        }
        index = Int(end) - 1
      case .inverted(let path, let end):
        if checkSection(program.paths[Int(path)], isInverted: true, in: template, stack: &stack) != nil {
          let after = walk(index + 1..<Int(end), in: template, stack: stack, state: html.state, overrides: overrides)
          html.state = join(html.state, after, repeats: nil, at: program.paths[Int(path)].span, "section")
        }
        index = Int(end) - 1
      case .call(let call, let end):
        html.state = walk(
          call: program.calls[Int(call)], body: index + 1..<Int(end), in: template, stack: stack, state: html.state, overrides: overrides)
        index = Int(end) - 1
      case .block(let block, let end):
        html.state = walk(
          block: program.blocks[Int(block)], body: index + 1..<Int(end), in: template, stack: stack, state: html.state, overrides: overrides
        )
        index = Int(end) - 1
      }
      index += 1
    }
    return html.state
  }

  private mutating func walk(
    block: TemplateBlock, body: Range<Int>, in template: Template, stack: ShapeStack, state: HTMLState, overrides: [Override]
  ) -> HTMLState {
    guard let override = overrides.first(where: { $0.key == block.key }),
      case .block(let other, let end) = library.program.operations[override.operation]
    else {
      return walk(body, in: template, stack: stack, state: state, overrides: overrides)
    }
    let span = library.program.blocks[Int(other)].span
    guard let source = library.templates.first(where: { $0.operations.contains(override.operation) }) else { return state }
    let after = walk(
      override.operation + 1..<Int(end), in: source, stack: stack, state: state, overrides: Array(overrides.prefix(override.outer)))
    return join(state, after, repeats: nil, at: span, "block")
  }

  private mutating func walk(
    call: TemplateCall, body: Range<Int>, in template: Template, stack: ShapeStack, state: HTMLState, overrides: [Override]
  ) -> HTMLState {
    var overrides = overrides
    var targets: [Int] = []
    switch call.target {
    case .named(let name, let index):
      if let index { targets = [index] } else { reportUnknownTemplate(name, call) }
    case .dynamic(let path): targets = dynamicTargets(library.program.paths[Int(path)], in: template, stack: stack)
    }
    if call.isParent {
      let outer = overrides.count
      forEachBlock(in: body) { block, operation in
        overrides.append(Override(key: library.program.blocks[block].key, operation: operation, outer: outer))
      }
      if let target = targets.first, targets.count == 1 { checkBlocks(in: body, of: target) }
    }
    var end = state
    for target in targets {
      calls.append(call.span)
      let after = walk(template: target, stack: stack, state: state, overrides: overrides)
      calls.removeLast()
      end = join(end, after, repeats: nil, at: call.span, call.isParent ? "parent" : "partial")
    }
    return end
  }

  /// The blocks directly inside of a parent's tag.
  private func forEachBlock(in body: Range<Int>, _ use: (_ block: Int, _ operation: Int) -> Void) {
    var index = body.lowerBound
    while index < body.upperBound {
      switch library.program.operations[index] {
      case .block(let block, let end):
        use(Int(block), index)
        index = Int(end)
      case .section(_, let end), .inverted(_, let end), .call(_, let end): index = Int(end)
      case .literal, .lineStart, .variable: index += 1
      }
    }
  }

  private mutating func checkBlocks(in body: Range<Int>, of parent: Int) {
    var given: [TemplateBlock] = []
    forEachBlock(in: body) { block, _ in given.append(library.program.blocks[block]) }
    guard !given.isEmpty else { return }
    let names = blocks(reachableFrom: parent)
    for block in given where !names.contains(block.name) {
      report(
        .unknownBlock, "`\(library.templates[parent].name)` has no block `\(block.name)`", at: block.span, label: "never shown",
        help: Suggestion.didYouMean(block.name, among: names.sorted()))
    }
  }

  /// The names of all blocks in a template and in what it calls.
  private mutating func blocks(reachableFrom start: Int) -> Set<String> {
    if let names = blockNames[start] { return names }
    var names: Set<String> = []
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let index = waiting.popLast() {
      for operation in library.program.operations[library.templates[index].operations] {
        switch operation {
        case .block(let block, _): names.insert(library.program.blocks[Int(block)].name)
        case .call(let call, _):
          if case .named(_, let target?) = library.program.calls[Int(call)].target, seen.insert(target).inserted { waiting.append(target) }
        default: break
        }
      }
    }
    blockNames[start] = names
    return names
  }

  /// The state behind something that may be shown or not; if the two ways end differently, that is reported, and the state before it kept.
  private mutating func join(
    _ before: HTMLState, _ after: HTMLState, repeats body: Range<Int>?, at span: SourceSpan, _ what: String
  ) -> HTMLState {
    if let joined = HTMLState.join(before, after), body.map({ canRepeat($0, before, after) }) ?? true { return joined }
    report(
      .htmlState, "the \(what) begins in \(before.words) and ends in \(after.words)", at: span,
      help: ["open and close every tag, attribute and comment on the same side of a \(what)"])
    return before
  }

  /// Whether a section's body means the same when it follows itself: within a tag it must begin with white space if it ends elsewhere.
  private func canRepeat(_ body: Range<Int>, _ before: HTMLState, _ after: HTMLState) -> Bool {
    guard before.isBetweenAttributes, before != after else { return true }
    guard let first = body.first, case .literal(let start, _, _) = library.program.operations[first] else { return false }
    return isSpace(library.program.bytes[Int(start)])
  }
}

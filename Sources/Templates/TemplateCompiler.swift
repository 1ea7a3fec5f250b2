import Diagnostics

/// Turns one file into operations at the end of a program.
struct TemplateCompiler {
  private let file: SourceFile
  private let base: Int
  private let tree: TokenTree
  /// Follows the literal text, so that a name inside of single quotes escapes them.
  private var html = HTMLScanner()

  private init(_ file: SourceFile, base: Int) {
    self.file = file
    self.base = base
    tree = TokenTree(file)
  }

  /// Adds the file's operations to the program.
  static func compile(_ file: SourceFile, name: String, into program: inout TemplateProgram, log: inout DiagnosticLog) -> Template {
    var compiler = TemplateCompiler(file, base: program.bytes.count)
    let start = program.operations.count
    program.bytes += file.bytes
    compiler.emit(into: &program)
    log.append(compiler.tree.log)
    return Template(
      name: name, file: file, base: compiler.base, operations: start..<program.operations.count, isBroken: compiler.tree.log.hasErrors)
  }

  private mutating func emit(into program: inout TemplateProgram) {
    /// The operations and kinds of what is open.
    var open: [(operation: Int, kind: TemplateToken.Kind)] = []
    for (index, token) in tree.tokens.enumerated() {
      let isInParent = open.last?.kind == .parent
      if token.kind == .close {
        guard let last = open.popLast() else { continue }
        if !isInParent { markLineStart(token, in: &program) }
        close(last.operation, in: &program)
        continue
      }
      if isInParent, token.kind != .block {
        // What stands between a parent's blocks does not count; a section there is skipped with all that is in it.
        if token.partner != nil {
          open.append((program.operations.count, token.kind))
          appendOpening(token, index: index, to: &program)
        }
        continue
      }
      if token.isTag, !isInParent { markLineStart(token, in: &program) }
      switch token.kind {
      case .text: appendLiteral(token.range, to: &program)
      case .variable, .raw:
        let isSingleQuoted = html.state.mode == .valueSingle
        program.operations.append(
          .variable(path: appendPath(token.name, to: &program), raw: token.kind == .raw, singleQuoted: isSingleQuoted))
      case .partial: appendCall(token, to: &program)
      case .section, .inverted, .parent, .block:
        open.append((program.operations.count, token.kind))
        appendOpening(token, index: index, to: &program)
      case .close, .comment, .delimiters: break
      }
    }
  }

  private mutating func appendLiteral(_ range: Range<Int>, to program: inout TemplateProgram) {
    guard !range.isEmpty else { return }
    html.advance(file.bytes[range])
    program.operations.append(
      .literal(start: Int32(base + range.lowerBound), end: Int32(base + range.upperBound), atLineStart: beginsLine(range.lowerBound)))
  }

  private func appendOpening(_ token: TemplateToken, index: Int, to program: inout TemplateProgram) {
    switch token.kind {
    case .section: program.operations.append(.section(path: appendPath(token.name, to: &program), end: 0))
    case .inverted: program.operations.append(.inverted(path: appendPath(token.name, to: &program), end: 0))
    case .parent: appendCall(token, to: &program)
    default:
      program.operations.append(.block(Int32(program.blocks.count), end: 0))
      program.blocks.append(block(token, index: index))
    }
  }

  private func close(_ operation: Int, in program: inout TemplateProgram) {
    let end = Int32(program.operations.count)
    switch program.operations[operation] {
    case .section(let path, _): program.operations[operation] = .section(path: path, end: end)
    case .inverted(let path, _): program.operations[operation] = .inverted(path: path, end: end)
    case .call(let call, _): program.operations[operation] = .call(call, end: end)
    case .block(let block, _): program.operations[operation] = .block(block, end: end)
    case .literal, .lineStart, .variable: break
    }
  }

  private func appendPath(_ name: Range<Int>, to program: inout TemplateProgram) -> Int32 {
    let text = file.text(name)
    let start = Int32(program.keys.count)
    var first: NameKey?
    if text != "." {
      for (index, part) in text.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
        if index == 0 { first = NameKey(String(part)) } else { program.keys.append(NameKey(String(part))) }
      }
    }
    program.paths.append(TemplatePath(span: file.span(name), first: first, rest: start..<Int32(program.keys.count)))
    return Int32(program.paths.count - 1)
  }

  private func appendCall(_ token: TemplateToken, to program: inout TemplateProgram) {
    let target: TemplateCall.Target =
      token.isDynamic ? .dynamic(path: appendPath(token.name, to: &program)) : .named(file.text(token.name), index: nil)
    program.operations.append(.call(Int32(program.calls.count), end: Int32(program.operations.count + 1)))
    program.calls.append(
      TemplateCall(
        target: target, isParent: token.kind == .parent, span: file.span(token.name), indentation: token.indentation.map(inProgram)))
  }

  private func block(_ token: TemplateToken, index: Int) -> TemplateBlock {
    let name = file.text(token.name)
    var indentation = token.range.lowerBound..<token.range.lowerBound
    if token.endsLine {
      indentation = token.indentation ?? indentation
      if index + 1 < tree.tokens.count, tree.tokens[index + 1].kind == .text, !tree.tokens[index + 1].range.isEmpty {
        let text = tree.tokens[index + 1].range
        let end = file.bytes[text].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? text.upperBound
        indentation = text.lowerBound..<end
      }
    } else {
      var start = token.range.lowerBound
      while start > 0, file.bytes[start - 1] == 0x20 || file.bytes[start - 1] == 0x09 { start -= 1 }
      if beginsLine(start) { indentation = start..<token.range.lowerBound }
    }
    return TemplateBlock(
      key: NameKey(name), name: name, span: file.span(token.name), isInline: !token.endsLine, indentation: inProgram(indentation))
  }

  private func markLineStart(_ token: TemplateToken, in program: inout TemplateProgram) {
    if token.indentation == nil, beginsLine(token.range.lowerBound) { program.operations.append(.lineStart) }
  }

  private func beginsLine(_ offset: Int) -> Bool {
    offset == (file.hasByteOrderMark ? 3 : 0) || (offset > 0 && file.bytes[offset - 1] == UInt8(ascii: "\n"))
  }

  private func inProgram(_ range: Range<Int>) -> Range<Int32> {
    Int32(base + range.lowerBound)..<Int32(base + range.upperBound)
  }
}

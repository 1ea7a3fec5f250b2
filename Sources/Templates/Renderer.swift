/// Shows a view through a template, as bytes.
package enum Renderer {
  /// How deep partials may call each other at the time of rendering; what is deeper is left out.
  static let partialLimit = 64
  /// How deep sections and partials may stand in each other in all.
  static let depthLimit = 512

  /// Appends the template's output to the bytes. A name that is not there is empty, as the Mustache specification wants it: `TemplateCheck` is
  /// what refuses such a template beforehand.
  ///
  /// - Returns: whether there is a template of that name.
  @discardableResult
  package static func render(_ name: String, with view: View, from library: TemplateLibrary, into bytes: inout [UInt8]) -> Bool {
    guard let index = library.index(of: name) else { return false }
    var rendering = Rendering(library: library, bytes: bytes)
    bytes = []
    rendering.push(view)
    rendering.run(library.templates[index].operations)
    bytes = rendering.bytes
    return true
  }
}

/// One run of the renderer.
private struct Rendering {
  /// A value that names are looked up in.
  private struct Frame {
    let view: View
    let record: (any ViewRecord)?
  }

  let library: TemplateLibrary
  let program: TemplateProgram
  var bytes: [UInt8]
  private var stack: [Frame] = []
  private var overrides = BlockOverrides()
  /// What each line of a template is put behind, and how much of its own white space is dropped.
  private var indentation: [UInt8] = []
  private var dropped = 0
  /// Whether the next line start is one in the template only: in the output the line has begun.
  private var continuesLine = false
  private var depth = 0
  private var partialDepth = 0
  /// Whether partials have called each other too deep: from then on none is called, or two calls each would double the work at every level.
  private var isRunaway = false

  init(library: TemplateLibrary, bytes: consuming [UInt8]) {
    self.library = library
    program = library.program
    self.bytes = bytes
  }

  mutating func push(_ view: View) {
    if case .record(let record) = view {
      stack.append(Frame(view: view, record: record))
    } else {
      stack.append(Frame(view: view, record: nil))
    }
  }

  mutating func run(_ range: Range<Int>) {
    guard depth < Renderer.depthLimit else { return }
    depth += 1
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.operations[index] {
      case .literal(let start, let end, let atLineStart):
        appendLiteral(Int(start), Int(end), atLineStart: atLineStart)
      case .lineStart:
        startLine()
      case .variable(let path, let raw, let singleQuoted):
        value(at: Int(path)).append(raw: raw, singleQuoted: singleQuoted, to: &bytes)
      case .section(let path, let end):
        runSection(value(at: Int(path)), body: index + 1..<Int(end))
        index = Int(end) - 1
      case .inverted(let path, let end):
        if !value(at: Int(path)).isShown { run(index + 1..<Int(end)) }
        index = Int(end) - 1
      case .call(let call, let end):
        runCall(Int(call), body: index + 1..<Int(end))
        index = Int(end) - 1
      case .block(let block, let end):
        runBlock(Int(block), body: index + 1..<Int(end))
        index = Int(end) - 1
      }
      index += 1
    }
    depth -= 1
  }

  // MARK: Names

  /// The value of a name: the first part is looked up from the inside out, the others only in what it gave. A declared field ends the look-up
  /// even where it is absent.
  private func value(at path: Int) -> View {
    guard let first = program.paths[path].first else { return stack.last?.view ?? .absent }
    var level = stack.count - 1
    while level >= 0 {
      if var value = stack[level].record?.value(of: first) {
        for key in program.paths[path].rest {
          guard case .record(let record) = value, let next = record.value(of: program.keys[Int(key)]) else { return .absent }
          value = next
        }
        return value
      }
      level -= 1
    }
    return .absent
  }

  // MARK: Sections

  private mutating func runSection(_ value: View, body: Range<Int>) {
    guard value.isShown else { return }
    switch value {
    case .list(let items):
      for item in items {
        push(item)
        run(body)
        stack.removeLast()
      }
    case .flag:
      run(body)
    default:
      push(value)
      run(body)
      stack.removeLast()
    }
  }

  // MARK: Partials, parents and blocks

  private mutating func runCall(_ call: Int, body: Range<Int>) {
    let index: Int?
    switch program.calls[call].target {
    case .named(_, let found): index = found
    case .dynamic(let path):
      guard case .text(let name) = value(at: Int(path)) else { return }
      index = library.index(of: name)
    }
    guard let index, !isRunaway else { return }
    guard partialDepth < Renderer.partialLimit else {
      isRunaway = true
      return
    }
    let outer = (overrides.mark, indentation, dropped)
    if program.calls[call].isParent { overrides.collect(body, of: program) }
    if let own = program.calls[call].indentation {
      indentation += program.bytes[Int(own.lowerBound)..<Int(own.upperBound)].dropFirst(dropped)
    } else {
      indentation = []
    }
    dropped = 0
    partialDepth += 1
    run(library.templates[index].operations)
    partialDepth -= 1
    overrides.restore(outer.0)
    (indentation, dropped) = (outer.1, outer.2)
  }

  private mutating func runBlock(_ site: Int, body: Range<Int>) {
    guard let filling = overrides.filling(of: program.blocks[site].key) else { return run(body) }
    let outer = (overrides.environment, indentation, dropped)
    let own = program.blocks[site].indentation
    indentation += program.bytes[Int(own.lowerBound)..<Int(own.upperBound)].dropFirst(dropped)
    overrides.environment = filling.outer
    let indented = program.blocks[filling.block].indentation
    if program.blocks[filling.block].isInline {
      if !program.blocks[site].isInline { startLine() }
      dropped = 0
    } else {
      continuesLine = program.blocks[site].isInline
      dropped = indented.count
    }
    run(filling.body)
    continuesLine = false
    (overrides.environment, indentation, dropped) = outer
  }

  // MARK: Output

  private mutating func startLine() {
    if continuesLine { continuesLine = false } else if !indentation.isEmpty { bytes += indentation }
  }

  private mutating func appendLiteral(_ start: Int, _ end: Int, atLineStart: Bool) {
    if indentation.isEmpty, dropped == 0, !continuesLine {
      bytes.append(contentsOf: program.bytes[start..<end])
      return
    }
    var isLineStart = atLineStart
    var offset = start
    while offset < end {
      if isLineStart {
        startLine()
        var left = dropped
        while left > 0, offset < end, program.bytes[offset] == 0x20 || program.bytes[offset] == 0x09 {
          offset += 1
          left -= 1
        }
      }
      let lineEnd = program.bytes[offset..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
      bytes.append(contentsOf: program.bytes[offset..<lineEnd])
      offset = lineEnd
      isLineStart = true
    }
  }
}

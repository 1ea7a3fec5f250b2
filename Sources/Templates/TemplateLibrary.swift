package import Diagnostics

/// All templates of a project, parsed once: rendering and checking only read it.
///
/// A template's name is its path under Templates without `.mustache`. A partial in `partials/` is also found by its name alone:
/// `{{>event-entry}}` is `partials/event-entry.mustache`; where both exist, the path as written wins.
package struct TemplateLibrary: Sendable {
  /// In the order of the files.
  package let templates: [Template]
  let program: TemplateProgram
  private let indices: [String: Int]

  /// Reads all files that end in `.mustache`; others are passed over.
  package init(files: [SourceFile], log: inout DiagnosticLog) {
    var program = TemplateProgram()
    var templates: [Template] = []
    var indices: [String: Int] = [:]
    for file in files where file.path.hasSuffix(Self.suffix) {
      let name = Self.name(of: file.path)
      if indices[name] == nil { indices[name] = templates.count }
      templates.append(TemplateCompiler.compile(file, name: name, into: &program, log: &log))
    }
    for (index, template) in templates.enumerated() {
      guard let short = template.name.droppingPrefix(Self.partials), indices[short] == nil else { continue }
      indices[short] = index
    }
    for call in program.calls.indices {
      if case .named(let name, _) = program.calls[call].target { program.calls[call].target = .named(name, index: indices[name]) }
    }
    self.templates = templates
    self.program = program
    self.indices = indices
  }

  /// The template of that name, or nil.
  package func template(_ name: String) -> Template? {
    indices[name].map { templates[$0] }
  }

  /// A template and all that it leads to, in the order in which they come; where a name depends on a value, every partial.
  package func reached(from name: String) -> [Template] {
    guard let first = indices[name] else { return [] }
    var reached: [Int] = []
    var seen: Set<Int> = [first]
    var pending = [first]
    while let index = pending.popLast() {
      reached.append(index)
      var next: [Int] = []
      for operation in program.operations[templates[index].operations] {
        guard case .call(let call, _) = operation else { continue }
        switch program.calls[Int(call)].target {
        case .named(_, let target): if let target { next.append(target) }
        case .dynamic: next += templates.indices.filter { templates[$0].name.hasPrefix(Self.partials) }
        }
      }
      for target in next.reversed() where seen.insert(target).inserted { pending.append(target) }
    }
    return reached.map { templates[$0] }
  }

  func index(of name: String) -> Int? {
    indices[name]
  }

  /// All names that a tag may use, sorted.
  var names: [String] {
    indices.keys.sorted()
  }

  private static let suffix = ".mustache"
  private static let partials = "partials/"

  private static func name(of path: String) -> String {
    let name = path.droppingPrefix("Templates/") ?? path
    return String(name.dropLast(suffix.count))
  }
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

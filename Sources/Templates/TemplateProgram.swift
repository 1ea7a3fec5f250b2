import Diagnostics

/// All templates of a library, compiled into flat lists: a partial is a range of operations, and rendering copies nothing but bytes.
struct TemplateProgram: Sendable {
  /// The bytes of all template files, one behind the other; literals are ranges of it.
  var bytes: [UInt8] = []
  var operations: [TemplateOperation] = []
  var paths: [TemplatePath] = []
  /// The names behind the first one of dotted names.
  var keys: [NameKey] = []
  var calls: [TemplateCall] = []
  var blocks: [TemplateBlock] = []
}

/// One step of a compiled template. `end` is the index behind the last operation of its body, which begins right after it.
enum TemplateOperation: Sendable {
  /// Bytes of the program; whether they begin a line, which is where an indentation goes.
  case literal(start: Int32, end: Int32, atLineStart: Bool)
  /// A tag begins a line here.
  case lineStart
  /// Shows a value: raw for `{{{name}}}`, and with `'` escaped too inside of single quotes.
  case variable(path: Int32, raw: Bool, singleQuoted: Bool)
  case section(path: Int32, end: Int32)
  case inverted(path: Int32, end: Int32)
  /// A partial or a parent; a parent's body holds only its blocks.
  case call(Int32, end: Int32)
  case block(Int32, end: Int32)
}

/// A name as a tag has it: dotted, or `.` for the value at hand.
struct TemplatePath: Sendable {
  let span: SourceSpan
  /// Nil for `.`.
  let first: NameKey?
  /// The keys behind the first, in the program's keys.
  let rest: Range<Int32>
}

/// A tag that goes to another template.
struct TemplateCall: Sendable {
  enum Target: Sendable {
    /// The template's name, and its index once the library is linked.
    case named(String, index: Int?)
    /// The name is the value at that path.
    case dynamic(path: Int32)
  }

  var target: Target
  let isParent: Bool
  /// The name in the tag.
  let span: SourceSpan
  /// What is put before each line: the white space before a tag that stands alone on its line. Nil for a tag within a line.
  let indentation: Range<Int32>?
}

/// A block: a place that a parent leaves open, or what fills it.
struct TemplateBlock: Sendable {
  let key: NameKey
  let name: String
  let span: SourceSpan
  /// Whether its text begins on the tag's own line.
  let isInline: Bool
  /// The white space that its lines begin with, in the program's bytes.
  let indentation: Range<Int32>
}

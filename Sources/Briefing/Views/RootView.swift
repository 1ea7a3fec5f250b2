package import Templates

/// What every template may ask for, whatever it shows, and the shapes that the templates are checked against.
package struct Globals: Sendable {
  /// In the order in which their fields follow those of a template's own record.
  private let views: [View]
  private let shapes: [TemplateKind: ViewShape]

  package init(words: Wording, site: SiteView) {
    views = [words.strings.view, SiteView.table.record(site)]
    let fields = [
      ViewField("words", .record(words.strings.shape), "The words of the interface, from strings.yml: every key without places."),
      ViewField("site", .record(SiteView.table.shape), "What is said of the site on every page."),
    ]
    shapes = Dictionary(
      uniqueKeysWithValues: TemplateKind.allCases.map { kind in
        let own = kind.ownShape
        return (kind, ViewShape(own.name, own.meaning, own.fields + fields))
      })
  }

  /// The shape of a template's record, globals included.
  package func shape(of kind: TemplateKind) -> ViewShape {
    shapes[kind] ?? kind.ownShape
  }

  /// The template of a kind, linked for its records; nil where that cannot be done.
  fileprivate func link(_ kind: TemplateKind, of library: TemplateLibrary, known: KnownFields? = nil) -> LinkedTemplate? {
    LinkedTemplate(kind.rawValue, of: library, for: shape(of: kind), constants: views, known: known)
  }

  /// A record of a kind with what every template may ask for.
  fileprivate func root(_ kind: TemplateKind, _ record: any ViewRecord) -> View {
    let shape = shape(of: kind)
    let views = views
    let own = shape.fields.count - views.count
    return .record(ComputedRecord(shape) { slot in slot < own ? record.value(at: slot) : views[slot - own] })
  }
}

/// The templates of all kinds with the words and the site put into them: what pages are shown through.
struct PageTemplates: Sendable {
  private let globals: Globals
  private let library: TemplateLibrary
  private let linked: [TemplateKind: LinkedTemplate]
  /// The templates of those kinds of which a site has many pages, with what is around all that stand alike put in.
  private let framed: [Standing: LinkedTemplate]

  private struct Standing: Hashable {
    let kind: TemplateKind
    let standing: PageStanding
  }

  /// - Parameter frames: What is around many pages of a kind that stand alike.
  init(_ globals: Globals, _ library: TemplateLibrary, frames: [(kind: TemplateKind, standing: PageStanding, known: KnownFields)] = []) {
    self.globals = globals
    self.library = library
    framed = Dictionary(
      frames.compactMap { kind, standing, known in
        globals.link(kind, of: library, known: known).map { (Standing(kind: kind, standing: standing), $0) }
      }
    ) { first, _ in first }
    linked = Dictionary(
      uniqueKeysWithValues: TemplateKind.allCases.compactMap { kind in globals.link(kind, of: library).map { (kind, $0) } })
  }

  /// Shows a record through the template of its kind.
  ///
  /// - Parameter standing: How the page stands that is shown; nil for parts of pages, and where the page has something else around it.
  func render(_ kind: TemplateKind, _ view: View, standing: PageStanding? = nil, into bytes: inout [UInt8]) {
    guard case .record(let record) = view else { return }
    if let standing, let template = framed[Standing(kind: kind, standing: standing)] { return template.render(record, into: &bytes) }
    if let template = linked[kind] { return template.render(record, into: &bytes) }
    Renderer.render(kind.rawValue, with: globals.root(kind, record), from: library, into: &bytes)
  }

  /// The kinds whose templates could not be linked.
  var unlinked: [TemplateKind] {
    TemplateKind.allCases.filter { linked[$0] == nil }
  }
}

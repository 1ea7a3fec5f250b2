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

  /// Shows a record through the template of its kind.
  package func render(_ kind: TemplateKind, _ view: View, from library: TemplateLibrary, into bytes: inout [UInt8]) {
    guard case .record(let record) = view else { return }
    let shape = shape(of: kind)
    let views = views
    let own = shape.fields.count - views.count
    let root = View.record(ViewRecord(shape) { slot in slot < own ? record.value(at: slot) : views[slot - own] })
    Renderer.render(kind.rawValue, with: root, from: library, into: &bytes)
  }
}

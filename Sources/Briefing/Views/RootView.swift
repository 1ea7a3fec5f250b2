package import Templates

/// A page's own record with what every template may ask for beside it: the interface's words and what is said of the site.
private final class RootRecord: ViewRecord {
  let shape: ViewShape
  private let record: any ViewRecord
  private let globals: [(key: NameKey, view: View)]

  init(shape: ViewShape, record: any ViewRecord, globals: [(key: NameKey, view: View)]) {
    self.shape = shape
    self.record = record
    self.globals = globals
  }

  func value(of key: NameKey) -> View? {
    if let own = record.value(of: key) { return own }
    return globals.first { $0.key == key }?.view
  }
}

/// What every template may ask for, whatever it shows, and the shapes that the templates are checked against.
package struct Globals: Sendable {
  private let views: [(key: NameKey, view: View)]
  private let shapes: [TemplateKind: ViewShape]

  package init(words: Wording, site: SiteView) {
    views = [(NameKey("words"), words.strings.view), (NameKey("site"), SiteView.table.record(site))]
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
    let root = View.record(RootRecord(shape: shape(of: kind), record: record, globals: views))
    Renderer.render(kind.rawValue, with: root, from: library, into: &bytes)
  }
}

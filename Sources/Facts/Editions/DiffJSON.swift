/// What differs, for programs: one JSON document.
///
/// Each of `changes` has `kind` and `id` (neither for `briefing.yml`), `name`, and `change`: `added` with the record as `now`, `removed` with
/// it as `was`, or `changed` with `fields`, each with its `path` and what it `was` and is `now`, as far as it was and is anything. `version`
/// grows when a member changes its meaning or goes.
package enum DiffJSON {
  /// The whole document.
  package static func text(_ diff: FactDiff, from: String, to: String) -> String {
    let counts = diff.counts
    let value = FactValue.record([
      FactMember("version", .number(1)), FactMember("from", .text(from)), FactMember("to", .text(to)),
      FactMember(
        "counts",
        .record([
          FactMember("added", .number(counts.added)), FactMember("removed", .number(counts.removed)),
          FactMember("changed", .number(counts.changed)),
        ])), FactMember("changes", .list(diff.changes.map(value))),
    ])
    return String(decoding: FactJSON.bytes(of: value), as: UTF8.self)
  }

  private static func value(_ change: FactChange) -> FactValue {
    var members: [FactMember] = []
    if let key = change.key {
      members = [FactMember("kind", .text(key.kind.singular)), FactMember("id", .text(key.id)), FactMember("name", .text(change.name))]
    }
    switch change.content {
    case .added(let now): members += [FactMember("change", .text("added")), FactMember("now", now)]
    case .removed(let was): members += [FactMember("change", .text("removed")), FactMember("was", was)]
    case .changed(let fields):
      members += [FactMember("change", .text("changed")), FactMember("fields", .list(fields.map(value)))]
    }
    return .record(members)
  }

  private static func value(_ field: FieldChange) -> FactValue {
    let sides = [("was", field.was), ("now", field.now)].compactMap { name, value in value.map { FactMember(name, $0) } }
    return .record([FactMember("path", .list(field.path.map(FactValue.text)))] + sides)
  }
}

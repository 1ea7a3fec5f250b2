import Facts

/// `data/briefing.json`: every record with its ids, its dates in EDTF and their bounds. What the pages show comes from the same values.
///
/// Texts with Markdown are given as they were written. What a record does not have is left out. The members are declared in the tables of
/// `Data`, of which `DataSchema` makes the schema that stands beside the file.
struct DataJSON {
  /// Raised whenever a name or a meaning changes, not when members are added.
  static let schemaVersion = 1
  /// The schema's file, beside the data.
  static let schemaName = "briefing.schema.json"

  let site: Site

  func bytes() -> [UInt8] {
    var json = JSONWriter(capacity: 1024 * (site.facts.claims.count + site.facts.events.count + 16), places: site.places)
    json.object { Site.data.members(&$0, site) }
    json.end()
    return json.bytes
  }
}

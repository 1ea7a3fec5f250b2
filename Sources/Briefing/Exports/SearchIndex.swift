import Facts
import Templates

/// `search-index.js`: what the search looks through, and the words that it speaks. A script that sets one variable, since a page opened from a disk
/// may load scripts and nothing else; it is loaded when the search is first used.
///
/// The variable `briefIndex` holds `found`, the forms of "so many results" by plural category with the place `{count}`, and what stands
/// between the thousands of a count; `none`, the words for
/// no result; `kinds`, the names of the kinds; and `items`: lists of kind (a place in `kinds`), title, path, note and further words, of
/// which empty ones at the end are left out.
struct SearchIndex {
  let site: Site
  /// All that can be found, by kind.
  let findables: [(kind: Findable.Kind, items: [Findable])]

  /// - Parameter address: Where a hit leads, by the path where it stands in the site.
  func bytes(leading address: (String) -> String = { $0 }) -> [UInt8] {
    let groups = findables.filter(\.kind.isSearched)
    var json = CompactJSON(capacity: 160 * (site.facts.claims.count + site.facts.events.count + 64))
    json.raw("briefIndex={\"found\":")
    json.forms("search.found", site.words)
    json.raw(",\"none\":")
    json.string(site.words("search.none"))
    json.raw(",\"kinds\":[")
    for (index, group) in groups.enumerated() {
      if index > 0 { json.raw(",") }
      json.string(site.words("find.\(group.kind.rawValue)"))
    }
    json.raw("],\"items\":[")
    var isFirst = true
    for (index, group) in groups.enumerated() {
      for item in group.items {
        json.raw(isFirst ? "\n[" : ",\n[")
        isFirst = false
        json.raw(String(index))
        var texts = [item.title, address(item.path), item.note, item.hidden]
        while texts.last?.isEmpty == true { texts.removeLast() }
        for text in texts {
          json.raw(",")
          json.string(text)
        }
        json.raw("]")
      }
    }
    json.raw("\n]}\n")
    return json.bytes
  }
}

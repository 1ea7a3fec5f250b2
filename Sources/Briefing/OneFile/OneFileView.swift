import Facts
import Templates

/// The whole briefing in one file.
package struct OneFileView: Sendable {
  let page: PageFrame
  let policy: String
  let styles: [UInt8]
  let scripts: [UInt8]
  let live: String?
  let leaves: [Part]

  /// A page of the site within the file. Its content is made when it is shown.
  struct Part: Sendable {
    let id: String
    let content: @Sendable () -> [UInt8]

    static let table = ViewTable<Part>(
      "leaf", "A page of the site within the file.",
      [
        .text("id", "Its anchor.") { $0.id },
        .markup("content", "What it holds, its links leading to anchors of the file.") { $0.content() },
      ])
  }

  package static let table = ViewTable<OneFileView>(
    "one-file", "The whole briefing in one file, which needs no other.",
    [
      .record("page", PageFrame.table, "What every page says of itself; its links lead to anchors of the file.") { $0.page },
      .text("policy", "The content security policy, which names styles and scripts by their hashes.") { $0.policy },
      .markup("styles", "The stylesheets, in a `style` element.") { $0.styles },
      .markup("scripts", "The search index and the script, in `script` elements.") { $0.scripts },
      .optionalURL("live", "Where the briefing stands as a site; absent where it has no address.") { $0.live },
      .list("leaves", Part.table, "The pages, one after the other.") { $0.leaves },
    ])
}

extension PageFrame {
  /// The same with its links led elsewhere, and none of them current.
  func leading(_ href: (String) -> String) -> PageFrame {
    PageFrame(
      path: path, title: title, documentTitle: documentTitle, description: description, root: root,
      navigation: navigation.map { LinkView(label: $0.label, href: href($0.href)) }, links: FrameLinks(links, leading: href), intro: nil,
      references: [], metadata: nil, linkedData: nil, isAlone: isAlone)
  }
}

extension PageBuilder {
  /// What every page says of itself, of a page without content of its own.
  func emptyFrame() -> PageFrame {
    var writer = writer(.named)
    return frame(site.settings.title, intro: nil, &writer)
  }
}

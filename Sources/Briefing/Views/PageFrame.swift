import Templates

/// What every page says of itself: its title, its way to the top, the navigation and the references at its foot.
package final class PageFrame: RecordView {
  let path: String
  let title: String
  let documentTitle: String
  let description: String
  let root: String
  let navigation: [LinkView]
  let links: FrameLinks
  let intro: [UInt8]?
  let references: [ReferenceView]
  let metadata: PageMetadata?
  let linkedData: [UInt8]?
  let isAlone: Bool

  package static let table = ViewTable<PageFrame>(
    "page", "What every page says of itself.",
    [
      .text("path", "The page's path in the site.") { $0.path },
      .text("title", "The page's title, for its first heading.") { $0.title },
      .text("document-title", "The title with the briefing's, for the browser's bar and for search engines.") { $0.documentTitle },
      .text("description", "What the page holds, in a sentence.") { $0.description },
      .url("root", "The way up to the site's top: empty or `../`.") { $0.root },
      .list("navigation", LinkView.table, "The pages that every page leads to.") { $0.navigation },
      .optionalURL("contact", "Where to report an error.") { $0.links.contact },
      .optionalMarkup("intro", "What the editor wrote as this page's introduction.") { $0.intro },
      .list("references", ReferenceView.table, "The sources that the page cites, in the order of their numbers.") { $0.references },
      .url("home", "The front page.") { $0.links.home },
      .optionalURL("method", "The page that says how the briefing was made.") { $0.links.method },
      .optionalURL("corrections-policy", "The page that says how errors are mended.") { $0.links.policy },
      .url("corrections", "The page of corrections.") { $0.links.corrections },
      .optionalURL("changes", "What changed from edition to edition; absent where there are no editions.") { $0.links.changes },
      .url("data", "The briefing as data (JSON).") { $0.root + SitePath.data },
      .url("data-schema", "What that file holds, as a JSON Schema.") { $0.root + SitePath.dataSchema },
      .url("claims-csv", "The claims as a table for spreadsheets.") { $0.root + SitePath.claimsCSV },
      .url("events-csv", "The events as a table for spreadsheets.") { $0.root + SitePath.eventsCSV },
      .url("sources-csv", "The sources as a table for spreadsheets.") { $0.root + SitePath.sourcesCSV },
      .url("sources-csl", "The sources for programs that keep references (CSL-JSON).") { $0.root + SitePath.sourcesCSL },
      .url("sources-bib", "The sources for LaTeX (BibLaTeX).") { $0.root + SitePath.sourcesBib },
      .url("everything", "The page that lists all that the briefing has.") { $0.links.everything },
      .optionalRecord(
        "metadata", PageMetadata.table, "What the page says to those that link to it; absent where the site has no `base_url`."
      ) { $0.metadata },
      .optionalJSON("linked-data", "What the page is about, in JSON-LD, for a script element of type `application/ld+json`.") {
        $0.linkedData
      },
      .url("stylesheet", "The stylesheet.") { $0.links.stylesheet },
      .optionalText("stylesheet-sum", "Its check sum for `integrity`, where `hosting` asks for it.") { $0.links.stylesheetSum },
      .url("script", "The script.") { $0.links.script },
      .optionalText("script-sum", "Its check sum for `integrity`, where `hosting` asks for it.") { $0.links.scriptSum },
      .flag("alone", "Whether it becomes a part of the one file, where nothing can lead to other files of the site.") { $0.isAlone },
    ])

  init(
    path: String, title: String, documentTitle: String, description: String, root: String, navigation: [LinkView], links: FrameLinks,
    intro: [UInt8]?, references: [ReferenceView], metadata: PageMetadata?, linkedData: [UInt8]?, isAlone: Bool
  ) {
    self.path = path
    self.title = title
    self.documentTitle = documentTitle
    self.description = description
    self.root = root
    self.navigation = navigation
    self.links = links
    self.intro = intro
    self.references = references
    self.metadata = metadata
    self.linkedData = linkedData
    self.isAlone = isAlone
  }
}

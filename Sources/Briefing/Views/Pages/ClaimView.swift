import Templates

/// One claim.
package final class ClaimView: RecordView {
  let page: PageFrame
  let claim: ClaimRow
  let detail: ClaimDetail
  let cite: String
  let bibtex: String
  let csl: String
  let embed: EmbedOffer?

  package static let table = ViewTable<ClaimView>(
    "claim-page", "One claim.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .record("claim", ClaimRow.table, "The claim as tables show it.") { $0.claim },
      .record("detail", ClaimDetail.table, "What only this page shows.") { $0.detail },
      .text("cite", "How to cite this page, in plain words.") { $0.cite },
      .text("cite-bibtex", "The same as an entry for BibTeX.") { $0.bibtex },
      .text("cite-csl", "The same as an item of CSL-JSON.") { $0.csl },
      .optionalRecord("embed", EmbedOffer.table, "How another site can show it; absent where the site has no address.") { $0.embed },
    ])

  init(page: PageFrame, claim: ClaimRow, detail: ClaimDetail, cite: String, bibtex: String, csl: String, embed: EmbedOffer?) {
    self.page = page
    self.claim = claim
    self.detail = detail
    self.cite = cite
    self.bibtex = bibtex
    self.csl = csl
    self.embed = embed
  }
}

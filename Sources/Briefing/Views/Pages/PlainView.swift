import Templates

/// A page of prose alone.
package final class PlainView: RecordView {
  let page: PageFrame
  let date: DateView?
  let body: [UInt8]
  let contents: [LinkView]

  package static let table = ViewTable<PlainView>(
    "plain-page", "A page of prose alone.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .optionalRecord("date", DateView.table, "The day that it speaks of.") { $0.date },
      .markup("body", "The prose.") { $0.body },
      .list("contents", LinkView.table, "Its headings, where there are enough for a table of contents.") { $0.contents },
    ])

  init(page: PageFrame, date: DateView?, body: [UInt8], contents: [LinkView]) {
    self.page = page
    self.date = date
    self.body = body
    self.contents = contents
  }
}

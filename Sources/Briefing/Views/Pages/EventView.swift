import Templates

/// One event.
package final class EventView: RecordView {
  let page: PageFrame
  let event: EventEntry
  let onTimeline: String
  let questions: [LinkView]
  let previous: LinkView?
  let next: LinkView?

  package static let table = ViewTable<EventView>(
    "event-page", "One event.",
    [
      .record("page", PageFrame.table, "What every page says of itself.") { $0.page },
      .record("event", EventEntry.table, "The event.") { $0.event },
      .url("on-timeline", "The event on the timeline.") { $0.onTimeline },
      .list("questions", LinkView.table, "The questions that it bears on.") { $0.questions },
      .optionalRecord("previous", LinkView.table, "The event before it on the timeline.") { $0.previous },
      .optionalRecord("next", LinkView.table, "The event after it on the timeline.") { $0.next },
    ])

  init(page: PageFrame, event: EventEntry, onTimeline: String, questions: [LinkView], previous: LinkView?, next: LinkView?) {
    self.page = page
    self.event = event
    self.onTimeline = onTimeline
    self.questions = questions
    self.previous = previous
    self.next = next
  }
}

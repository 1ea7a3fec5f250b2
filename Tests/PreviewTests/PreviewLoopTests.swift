import Synchronization
import TestKit
import Testing

@testable import Preview

@Suite struct PreviewLoopTests {
  /// What a rebuild was told, and what it found.
  private final class Record: Sendable {
    let calls = Mutex<[(changes: SourceChanges, wasOvertaken: Bool)]>([])
  }

  @Test func whatComesMeanwhileOvertakesARebuild() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("Content/a.md", "1\n")
      try folder.makeFolder("Templates")
      let watcher = try Watcher(project: folder.path, passesOver: { _ in false }) { Issue.record("\($0)") }
      defer { watcher.close() }
      let record = Record()
      let pages = OpenPages()
      let loop = PreviewLoop(
        watcher: watcher,
        rebuild: { changes, isOvertaken in
          let number = record.calls.withLock { $0.count }
          if number < 2 {
            // A save in the middle of the first two rebuilds.
            try? folder.write("Content/a.md", "again \(number)\n")
            while !isOvertaken() { await Task.yield() }
          }
          let wasOvertaken = isOvertaken()
          record.calls.withLock { $0.append((changes, wasOvertaken)) }
          return wasOvertaken ? .overtaken : .done(changed: ["a.html"], problems: [], base: "/talks/")
        }, pages: pages)
      let heard = Task { await pages.listen().first { _ in true } }
      while !pages.hasListeners { await Task.yield() }
      await loop.rebuildOnce(.anything)
      let calls = record.calls.withLock { $0 }
      #expect(calls.map(\.wasOvertaken) == [true, true, false])
      // What the first was to do is still to be done by the last.
      #expect(calls.last?.changes.isAnything == true)
      #expect(calls.last?.changes.paths == ["Content/a.md"])
      #expect(await heard.value == EventText.changed(["a.html"]))
      #expect(pages.current.base == "/talks/")
    }
  }

  @Test func patienceEnds() async throws {
    try await withTemporaryFolder { folder in
      try folder.makeFolder("Content")
      let watcher = try Watcher(project: folder.path, passesOver: { _ in false }) { Issue.record("\($0)") }
      defer { watcher.close() }
      let record = Record()
      let loop = PreviewLoop(
        watcher: watcher,
        rebuild: { changes, isOvertaken in
          let number = record.calls.withLock { calls in
            calls.append((changes, false))
            return calls.count
          }
          try? folder.write("Content/\(number).md", "x\n")
          if number < PreviewLoop.patience { while !isOvertaken() { await Task.yield() } }
          return isOvertaken() ? .overtaken : .done(changed: [], problems: [], base: "/")
        }, pages: OpenPages())
      await loop.rebuildOnce(.anything)
      #expect(record.calls.withLock { $0.count } == PreviewLoop.patience)
    }
  }

  @Test func whatIsWrongIsToldBeforeWhatChanged() async {
    let pages = OpenPages()
    var events = pages.listen().makeAsyncIterator()
    let problem = Problem(title: "t", text: "x")
    pages.tell(changed: [], problems: [problem], base: "/")
    // The same again is not news.
    pages.tell(changed: [], problems: [problem], base: "/")
    pages.tell(changed: ["a.html"], problems: [], base: "/")
    #expect(await events.next() == EventText.problems([problem]))
    #expect(await events.next() == EventText.problems([]))
    #expect(await events.next() == EventText.changed(["a.html"]))
    pages.close()
    #expect(await events.next() == nil)
    #expect(!pages.hasListeners)
  }
}

import Testing

@testable import Preview

@Suite struct ChangeQueueTests {
  @Test func changesGatherUntilTheyAreTaken() async {
    let queue = ChangeQueue()
    #expect(!queue.hasChanges)
    queue.add(SourceChanges(paths: ["a"]))
    queue.add(SourceChanges(paths: ["b", "a"]))
    #expect(queue.hasChanges)
    #expect(await queue.next() == SourceChanges(paths: ["a", "b"]))
    #expect(!queue.hasChanges)
    queue.add(.anything)
    #expect(await queue.next()?.isAnything == true)
  }

  @Test func whoeverWaitsIsWoken() async {
    let queue = ChangeQueue()
    async let taken = queue.next()
    await Task.yield()
    queue.add(SourceChanges(paths: ["a"]))
    #expect(await taken == SourceChanges(paths: ["a"]))
    async let none = queue.next()
    await Task.yield()
    queue.close()
    #expect(await none == nil)
    #expect(await queue.next() == nil)
  }

  @Test func aFileThatIsBeingWrittenIsWaitedFor() async {
    let queue = ChangeQueue()
    queue.add(SourceChanges(paths: ["a"]))
    queue.begin("b")
    #expect(queue.hasChanges)
    async let taken = queue.next()
    await Task.yield()
    queue.add(SourceChanges(paths: ["b"]))
    #expect(await taken == SourceChanges(paths: ["a", "b"]))
  }

  @Test func aFileThatStaysOpenIsNotWaitedForForEver() async {
    let queue = ChangeQueue()
    queue.begin("log")
    #expect(await queue.next() == SourceChanges(paths: ["log"]))
    // The next write begins anew.
    queue.begin("log")
    queue.add(SourceChanges(paths: ["log"]))
    #expect(await queue.next() == SourceChanges(paths: ["log"]))
  }

  @Test func waitingEndsWithTheTask() async {
    let queue = ChangeQueue()
    let task = Task { await queue.next() }
    task.cancel()
    #expect(await task.value == nil)
  }
}

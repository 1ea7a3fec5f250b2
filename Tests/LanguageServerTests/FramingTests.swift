import TestKit
import Testing

@testable import LanguageServer

/// Messages out of a stream, however it is cut.
@Suite struct FramingTests {
  private static func events(_ stream: [UInt8], cut size: Int) -> [MessageFraming.Event] {
    var framing = MessageFraming()
    var events: [MessageFraming.Event] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      events += framing.receive(Array(stream[start..<min(start + size, stream.count)]))
    }
    return events
  }

  private static func message(_ text: String) -> MessageFraming.Event {
    .message(Array(text.utf8))
  }

  @Test(arguments: [1, 2, 3, 7, 1000])
  func doesNotMindWhereTheStreamIsCut(_ size: Int) {
    let stream = """
      Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n[1]\
      Content-Length: 0\n\nX: 1\r\n\r\nContent-Length: many\r\n\r\nContent-Length: -1\r\n\r\nContent-Length: 4\r\n\r\n"é"
      """
    #expect(
      Self.events(Array(stream.utf8), cut: size) == [
        Self.message("{}"), Self.message("[1]"), Self.message(""), .fault("a header has no Content-Length"),
        .fault("a header has no Content-Length"), .fault("a header has no Content-Length"), Self.message("\"é\""),
      ])
  }

  @Test func passesOverWhatIsTooLargeWithoutKeepingIt() {
    let size = MessageFraming.sizeLimit + 1
    var framing = MessageFraming()
    #expect(framing.receive(Array("Content-Length: \(size)\r\n\r\n".utf8)) == [.fault("a message of \(size) bytes is too large")])
    let part = [UInt8](repeating: 0x20, count: 1 << 20)
    for _ in 0..<size / part.count { #expect(framing.receive(part) == []) }
    let rest = [UInt8](repeating: 0x20, count: size % part.count)
    #expect(framing.receive(rest + Array("Content-Length: 1\r\n\r\n1".utf8)) == [Self.message("1")])
  }

  @Test func givesUpOnAHeaderWithoutEnd() {
    var framing = MessageFraming()
    #expect(framing.receive([UInt8](repeating: 0x61, count: 9000)) == [.fault("a header has no end")])
    #expect(framing.receive(Array("Content-Length: 1\r\n\r\n1".utf8)) == [Self.message("1")])
  }

  @Test func whatIsSentCanBeReceived() {
    var framing = MessageFraming()
    #expect(framing.receive(MessageFraming.framed(Array("\"é\"".utf8))) == [Self.message("\"é\"")])
  }

  @Test(arguments: [
    ("file:///a/b%20c.md", "/a/b c.md"), ("file://localhost/a", "/a"), ("FILE:///a", "/a"), ("file:///%C3%A4", "/ä"),
    ("file:///a#x", "/a"),
  ])
  func readsAddresses(_ address: String, _ path: String) {
    #expect(FileAddress.path(address) == path)
  }

  @Test(arguments: ["http://a/b", "file://host/a", "untitled:Untitled-1", "file:///%C3%28", "file:///%00", "file:", ""])
  func refusesOtherAddresses(_ address: String) {
    #expect(FileAddress.path(address) == nil)
  }

  @Test(arguments: ["/a/b c/ä#1.md", "/a%20b"])
  func addressesLeadBack(_ path: String) {
    #expect(FileAddress.path(FileAddress.address(path)) == path)
  }
}

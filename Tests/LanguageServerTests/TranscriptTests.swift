import TestKit
import Testing

/// Whole conversations with the server, word for word.
@Suite struct TranscriptTests {
  static let project: [(path: String, text: String)] = [
    (
      "Content/briefing.yml",
      """
      format: 1
      title: The harbour talks
      question: Is there a truce in the harbour?
      answer: Not yet.
      as_of: 2025-08-31
      published: 2025-09-01
      language: en

      """
    ),
    ("Content/facts/actors.yml", "envoy: {name: The envoy, kind: person}\n"),
    ("Content/facts/sources.yml", "paper: {title: A paper, publisher: The Desk, unlinked: seen in print, kind: report}\n"),
    (
      "Content/facts/claims.yml",
      """
      offer:
        text: The council offered a truce.
        kind: opinion
        claimant: envoy
        wording: paraphrased
        date: 2025-08-17
        sources: [paper]

      """
    ),
    ("Content/index.md", "# Talks\n\nThe envoy spoke of [an offer](claim:offer).\n"),
  ]

  private static func message(_ id: Int?, _ method: String, _ params: String) -> String {
    "{\"jsonrpc\":\"2.0\"" + (id.map { ",\"id\":\($0)" } ?? "") + ",\"method\":\"\(method)\",\"params\":\(params)}"
  }

  private static let start = message(
    1, "initialize",
    #"{"rootUri":"file:///desk","capabilities":{"general":{"positionEncodings":["utf-8"]},"textDocument":{"hover":{"contentFormat":["markdown"]}}}}"#
  )
  private static let index = #""textDocument":{"uri":"file:///desk/Content/index.md"}"#
  private static let claims = #""textDocument":{"uri":"file:///desk/Content/facts/claims.yml"}"#

  @Test func fromHelloToFarewell() async {
    let messages = [
      Self.start, Self.message(nil, "initialized", "{}"),
      Self.message(
        nil, "textDocument/didOpen",
        ##"{"textDocument":{"uri":"file:///desk/Content/index.md","languageId":"markdown","version":1,"text":"# Talks\n\n[é](claim:ofer)\n"}}"##
      ),
      Self.message(
        10, "textDocument/codeAction",
        "{\(Self.index),\"range\":{\"start\":{\"line\":2,\"character\":8},\"end\":{\"line\":2,\"character\":8}},\"context\":{\"diagnostics\":[]}}"
      ),
      Self.message(
        11, "textDocument/codeAction",
        "{\(Self.index),\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":{\"line\":1,\"character\":0}},\"context\":{\"diagnostics\":[]}}"
      ),
      Self.message(
        nil, "textDocument/didChange",
        #"{"textDocument":{"uri":"file:///desk/Content/index.md","version":2},"contentChanges":[{"range":{"start":{"line":2,"character":13},"end":{"line":2,"character":13}},"text":"f"},{"range":{"start":{"line":0,"character":2},"end":{"line":0,"character":7}},"text":"Talk"}]}"#
      ),
      Self.message(2, "textDocument/hover", "{\(Self.index),\"position\":{\"line\":2,\"character\":13}}"),
      Self.message(3, "textDocument/definition", "{\(Self.index),\"position\":{\"line\":2,\"character\":13}}"),
      Self.message(
        4, "textDocument/references", "{\(Self.index),\"position\":{\"line\":2,\"character\":13},\"context\":{\"includeDeclaration\":true}}"
      ),
      Self.message(5, "textDocument/completion", "{\(Self.claims),\"position\":{\"line\":4,\"character\":11}}"),
      Self.message(6, "textDocument/rename", "{\(Self.index),\"position\":{\"line\":2,\"character\":13},\"newName\":\"truce-offer\"}"),
      Self.message(7, "textDocument/documentSymbol", "{\(Self.claims)}"),
      Self.message(nil, "textDocument/didClose", "{\(Self.index)}"), Self.message(8, "shutdown", "null"),
      Self.message(9, "textDocument/hover", "{\(Self.index),\"position\":{\"line\":0,\"character\":0}}"), Self.message(nil, "exit", "null"),
    ]
    ExpectedTranscript.expect(await Desk(Self.project).transcript(messages), "from-hello-to-farewell")
  }

  /// Nothing is answered before the beginning, and nothing that is no project's.
  @Test func withoutAProject() async {
    let messages = [
      Self.message(1, "shutdown", "null"), Self.message(nil, "textDocument/didOpen", "{}"),
      Self.message(2, "initialize", #"{"rootUri":"file:///elsewhere","capabilities":{}}"#),
      Self.message(3, "initialize", #"{"rootUri":"file:///elsewhere","capabilities":{}}"#), Self.message(nil, "initialized", "{}"),
      Self.message(4, "textDocument/hover", "{\(Self.index),\"position\":{\"line\":0,\"character\":0}}"),
      // A file of a project leads to it.
      Self.message(
        nil, "textDocument/didOpen",
        #"{"textDocument":{"uri":"file:///desk/Content/facts/terms.yml","languageId":"yaml","version":1,"text":"x-term:\n  term: X\n"}}"#),
      Self.message(nil, "exit", "null"),
    ]
    ExpectedTranscript.expect(await Desk(Self.project).transcript(messages), "without-a-project")
  }

  /// The same conversation is the same, every time.
  @Test func isTheSameEveryTime() async {
    let messages = [
      Self.start,
      Self.message(
        nil, "textDocument/didOpen",
        #"{"textDocument":{"uri":"file:///desk/Content/facts/actors.yml","languageId":"yaml","version":1,"text":"envoi: {name: The envoy, kind: person}\n"}}"#
      ), Self.message(2, "workspace/symbol", #"{"query":""}"#),
    ]
    let first = await Desk(Self.project).transcript(messages)
    #expect(first.contains("did you mean `envoi`?"))
    for _ in 0..<5 { #expect(await Desk(Self.project).transcript(messages) == first) }
  }
}

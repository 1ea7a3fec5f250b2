import Diagnostics

/// What the server says of itself when a session begins.
enum ServerGreeting {
  /// The answer to `initialize`.
  static func answer(_ session: Session, version: String) -> JSONValue {
    .members([
      "capabilities": .members([
        "positionEncoding": .string(session.unit.rawValue),
        "textDocumentSync": .members(["openClose": true, "change": 2, "save": .members(["includeText": false])]),
        "completionProvider": .members(["triggerCharacters": .strings([":", "(", "<", "[", ",", " ", "/"])]),
        "hoverProvider": true, "definitionProvider": true, "referencesProvider": true, "documentSymbolProvider": true,
        "workspaceSymbolProvider": true, "renameProvider": .members(["prepareProvider": true]),
        "codeActionProvider": .members(["codeActionKinds": .strings(["quickfix"])]),
      ]), "serverInfo": .members(["name": "brief", "version": .string(version)]),
    ])
  }

  /// The parameters of `window/logMessage` where no project is open.
  static let noProject = JSONValue.members([
    "type": 3, "message": "brief: no folder with Content and Templates is open; a file of one that is opened will lead to it",
  ])

  /// The request that the editor tell of files that change on the disk.
  static var watchRequest: JSONValue {
    let watchers = ["Content", "Templates"].map { JSONValue.members(["globPattern": .string("**/\($0)/**")]) }
    let registration = JSONValue.members([
      "id": "brief-files", "method": "workspace/didChangeWatchedFiles", "registerOptions": .members(["watchers": .array(watchers)]),
    ])
    return .members([
      "jsonrpc": "2.0", "id": "brief-1", "method": "client/registerCapability",
      "params": .members(["registrations": .array([registration])]),
    ])
  }
}

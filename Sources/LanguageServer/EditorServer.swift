import Briefing
import Diagnostics
import Facts

/// A server of the language server protocol (LSP 3.17): bytes in, bytes out.
///
/// Messages are handled one after another in the order in which they came, which is what the protocol's edits ask for; a cancellation is
/// heard at once. What is wrong is found beside that: a check that newer edits have overtaken says nothing.
package actor EditorServer {
  private let project: ProjectAccess
  private let version: String
  private var inbox = Inbox()
  private var isHandling = false
  private var session = Session()

  /// Grows with each change of a text.
  private var generation = 0
  private var briefing: (generation: Int, value: BriefingAtHand)?
  private var index = MentionIndex()
  /// What is being read, or was read last.
  private var reading: ProjectReading?
  private var lastNames: KnownNames?
  private var isChecking = false
  private var published = PublishedDiagnostics()
  private var waiting: [CheckedContinuation<Void, Never>] = []

  package init(project: ProjectAccess, version: String) {
    self.project = project
    self.version = version
  }

  // MARK: In and out

  /// Takes the next bytes from the editor; what is whole in them is handled beside the caller.
  package func receive(_ bytes: [UInt8]) {
    inbox.receive(bytes)
    guard !isHandling, !inbox.isEmpty else { return }
    isHandling = true
    Task { await handleAll() }
  }

  /// The editor's end of the line is closed: the process ends when all that came before is handled.
  package func finish() async {
    await settle()
    project.exit(session.phase == .shutDown ? 0 : 1)
  }

  /// Waits until all that was received is handled, and what it changed is checked.
  package func settle() async {
    while isHandling || isChecking { await withCheckedContinuation { waiting.append($0) } }
  }

  private func handleAll() async {
    while let message = inbox.next() { await handle(message) }
    isHandling = false
    wake()
  }

  private func wake() {
    guard !isHandling, !isChecking else { return }
    let all = waiting
    waiting = []
    for one in all { one.resume() }
  }

  private func send(_ message: JSONValue) {
    project.write(MessageFraming.framed(message.compact))
  }

  private func notify(_ method: String, _ params: JSONValue) {
    send(.members(["jsonrpc": "2.0", "method": .string(method), "params": params]))
  }

  private func answer(_ id: MessageID, _ result: JSONValue) {
    send(.members(["jsonrpc": "2.0", "id": id.json, "result": result]))
  }

  private func refuse(_ fault: RequestFault, _ id: MessageID?) {
    send(
      .members([
        "jsonrpc": "2.0", "id": (fault.id ?? id)?.json ?? .null,
        "error": .members(["code": .integer(fault.code.rawValue), "message": .string(fault.message)]),
      ]))
  }

  // MARK: Messages

  private func handle(_ message: Result<Message, RequestFault>) async {
    switch message {
    case .failure(let fault): refuse(fault, nil)
    case .success(.answer): break
    case .success(.notification(let method, let params)): await hear(method, params)
    case .success(.request(let id, let method, let params)):
      if inbox.wasCancelled(id) {
        refuse(RequestFault(.cancelled, "cancelled"), id)
        return
      }
      do throws(RequestFault) {
        answer(id, try await result(of: method, params))
      } catch {
        refuse(error, id)
      }
    }
  }

  private func result(of method: String, _ params: JSONNode?) async throws(RequestFault) -> JSONValue {
    switch (session.phase, method) {
    case (.created, "initialize"): return await initialize(params)
    case (.created, _): throw RequestFault(.notInitialized, "`initialize` comes first")
    case (.running, "initialize"): throw RequestFault(.invalidRequest, "`initialize` comes once")
    case (.running, "shutdown"):
      session.phase = .shutDown
      return .null
    case (.running, "workspace/symbol"):
      guard let briefing = await current() else { return .array([]) }
      return Symbols(session: session, briefing: briefing, index: await currentIndex()).answer(matching: params?["query"]?.text ?? "")
    case (.running, let name): return try await documentResult(of: name, params)
    case (.shutDown, _): throw RequestFault(.invalidRequest, "the server was shut down")
    }
  }

  private func hear(_ method: String, _ params: JSONNode?) async {
    if method == "exit" {
      project.exit(session.phase == .shutDown ? 0 : 1)
      return
    }
    guard session.phase == .running else { return }
    let document = params?["textDocument"]
    switch method {
    case "initialized": watch()
    case "textDocument/didOpen": await open(document)
    case "textDocument/didChange":
      guard let path = session.path(document?["uri"]?.text), let changes = params?["contentChanges"]?.list else { return }
      let unit = session.unit
      guard session.open[path]?.change(changes, version: document?["version"]?.integer, in: unit) != nil else { return }
      changed()
    case "textDocument/didClose":
      guard let path = session.path(document?["uri"]?.text), session.open.removeValue(forKey: path) != nil else { return }
      await reload()
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": await reload()
    default: break
    }
  }

  // MARK: The project

  private func initialize(_ params: JSONNode?) async -> JSONValue {
    session.begin(params)
    for folder in Session.folders(params) where session.disk == nil { await load(folder) }
    if session.disk == nil, Session.folders(params).isEmpty { await load(".") }
    changed()
    return ServerGreeting.answer(session, version: version)
  }

  private func load(_ folder: String) async {
    guard case .project(let input, let log) = await project.load(folder) else { return }
    session.root = folder
    session.disk = (input, log)
  }

  private func reload() async {
    guard session.disk != nil else { return }
    // A folder that cannot be read for a moment (a checkout, a rename) leaves what was read before.
    await load(session.root)
    changed()
  }

  private func watch() {
    if session.disk == nil { notify("window/logMessage", ServerGreeting.noProject) }
    if session.canWatch { send(ServerGreeting.watchRequest) }
  }

  private func open(_ document: JSONNode?) async {
    guard let address = document?["uri"]?.text, let text = document?["text"]?.text else { return }
    if session.disk == nil, let path = FileAddress.path(address), let folder = Session.folder(around: path) { await load(folder) }
    guard let path = session.path(address) else { return }
    session.open[path] = OpenDocument(address: address, path: path, text: text, version: document?["version"]?.integer)
    changed()
  }

  /// The reading of the texts as they are now; it is begun if it was not yet.
  private func currentReading() -> ProjectReading? {
    if let reading, reading.generation == generation { return reading }
    guard let input = session.input() else { return nil }
    let begun = ProjectReading(generation, input, after: briefing?.value, index)
    reading = begun
    return begun
  }

  /// The project as the texts are now: read again as far as they have changed.
  private func current() async -> BriefingAtHand? {
    if let briefing, briefing.generation == generation { return briefing.value }
    guard let reading = currentReading() else { return nil }
    let value = await reading.briefing.value
    if reading.generation > briefing?.generation ?? -1 { briefing = (reading.generation, value) }
    return value
  }

  private func currentIndex() async -> MentionIndex {
    guard let reading = currentReading() else { return index }
    let value = await reading.index.value
    if reading.generation == generation { index = value }
    return value
  }

  /// The names at hand. While a file does not parse, those that it had before count as well.
  private func names(_ briefing: BriefingAtHand) -> KnownNames {
    let names = briefing.names.keeping(lastNames, of: briefing.facts.unreadable)
    lastNames = names
    return names
  }

  // MARK: Checking

  private func changed() {
    generation += 1
    guard !isChecking else { return }
    isChecking = true
    Task { await checkUntilCurrent() }
  }

  private func checkUntilCurrent() async {
    while session.disk != nil {
      let now = generation
      guard let (plan, planned) = await current()?.plan() else { break }
      // What was found out serves the next check, of this text or of a later one.
      if let known = briefing?.generation, known <= now { briefing = (known, planned) }
      if now == generation {
        publish(plan, planned.files)
        break
      }
    }
    isChecking = false
    wake()
  }

  private func publish(_ plan: Build.Plan, _ files: [SourceFile]) {
    for news in published.news(of: plan, files, session) { notify("textDocument/publishDiagnostics", news) }
  }

  // MARK: Questions about a place

  private func documentResult(of method: String, _ params: JSONNode?) async throws(RequestFault) -> JSONValue {
    let known = ["completion", "hover", "definition", "references", "prepareRename", "rename", "documentSymbol", "codeAction"].map {
      "textDocument/" + $0
    }
    guard known.contains(method) else { throw RequestFault(.methodNotFound, "`\(method)` is not known here") }
    guard let address = params?["textDocument"]?["uri"]?.text else { throw RequestFault(.invalidParams, "no document is named") }
    guard let path = session.path(address), let briefing = await current(), let file = briefing.files.first(where: { $0.path == path })
    else { return .null }
    if method == "textDocument/documentSymbol" {
      return Symbols(session: session, briefing: briefing, index: await currentIndex()).answer(for: file)
    }
    if method == "textDocument/codeAction" { return CodeActions(session: session, found: published.found, file: file).answer(params) }
    guard let position = EditorPosition(params?["position"]) else { throw RequestFault(.invalidParams, "no position is given") }
    let offset = file.offset(of: position, in: session.unit)
    if method == "textDocument/completion" {
      let items = Completion(names: names(briefing), file: file, offset: offset, unit: session.unit).items()
      return .members(["isIncomplete": false, "items": .array(items)])
    }
    let index = await currentIndex()
    let mention = index.mention(in: path, at: offset)
    if method == "textDocument/hover" {
      return Hover(
        briefing: briefing, names: names(briefing), file: file, offset: offset, unit: session.unit, showsMarkdown: session.showsMarkdown
      )
      .answer(mention: mention)
    }
    return try MentionAnswers(session: session, briefing: briefing, index: index, file: file, mention: mention).answer(method, params)
  }
}

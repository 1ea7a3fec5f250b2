import Diagnostics

/// What the editor has sent and nobody has handled yet, in the order in which it came; a cancellation is heard at once.
struct Inbox {
  private var framing = MessageFraming()
  private var arrived: [Result<Message, RequestFault>] = []
  /// What arrived before, turned round, so that each can be taken from the end.
  private var waiting: [Result<Message, RequestFault>] = []
  private var cancelled: Set<MessageID> = []

  var isEmpty: Bool { arrived.isEmpty && waiting.isEmpty }

  /// Takes the next bytes, and the messages that are whole with them.
  mutating func receive(_ bytes: [UInt8]) {
    for event in framing.receive(bytes) {
      switch event {
      case .fault(let reason): arrived.append(.failure(RequestFault(.parseError, reason)))
      case .message(let body):
        let message = Result { () throws(RequestFault) in try Message(body) }
        if case .success(.notification("$/cancelRequest", let params)) = message {
          if let id = MessageID(params?["id"]), isPending(id) { cancelled.insert(id) }
        } else {
          arrived.append(message)
        }
      }
    }
  }

  /// The next message; nil if all are handled.
  mutating func next() -> Result<Message, RequestFault>? {
    if waiting.isEmpty {
      waiting = arrived.reversed()
      arrived = []
    }
    return waiting.popLast()
  }

  /// Whether a request was taken back before its turn came.
  mutating func wasCancelled(_ id: MessageID) -> Bool {
    cancelled.remove(id) != nil
  }

  private func isPending(_ id: MessageID) -> Bool {
    (arrived + waiting).contains { message in
      if case .success(.request(let other, _, _)) = message { other == id } else { false }
    }
  }
}

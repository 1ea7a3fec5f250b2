import Diagnostics

/// The number or name of a request.
enum MessageID: Hashable, Sendable {
  case number(Int)
  case name(String)

  init?(_ node: JSONNode?) {
    if let number = node?.integer {
      self = .number(number)
    } else if let name = node?.text {
      self = .name(name)
    } else {
      return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .number(let number): .integer(number)
    case .name(let name): .string(name)
    }
  }
}

/// A message of JSON-RPC 2.0 that was received.
enum Message: Sendable {
  case request(MessageID, method: String, JSONNode?)
  case notification(method: String, JSONNode?)
  /// The answer to a request of ours.
  case answer

  /// Reads a message's body.
  init(_ bytes: [UInt8]) throws(RequestFault) {
    let node: JSONNode
    do throws(JSONFault) {
      node = try JSONReader.read(bytes, repairsSurrogates: true)
    } catch {
      throw RequestFault(.parseError, "no JSON: \(error.reason) at byte \(error.offset)")
    }
    let id = MessageID(node["id"])
    guard let method = node["method"]?.text else {
      guard node["result"] != nil || node["error"] != nil else { throw RequestFault(.invalidRequest, "a message has no method", id: id) }
      self = .answer
      return
    }
    let params = node["params"].flatMap { $0.isNull ? nil : $0 }
    if let id {
      self = .request(id, method: method, params)
    } else {
      self = .notification(method: method, params)
    }
  }
}

/// Why a request gets no result.
struct RequestFault: Error, Sendable {
  /// The codes of JSON-RPC 2.0 and LSP 3.17.
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case notInitialized = -32002
    case requestFailed = -32803
    case cancelled = -32800
  }

  let code: Code
  let message: String
  /// The request, where it is known.
  let id: MessageID?

  init(_ code: Code, _ message: String, id: MessageID? = nil) {
    self.code = code
    self.message = message
    self.id = id
  }
}

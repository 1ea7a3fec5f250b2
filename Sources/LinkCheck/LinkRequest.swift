/// One question to a server.
package struct LinkRequest: Sendable, Hashable {
  package enum Method: String, Sendable {
    /// Only whether it is there.
    case head = "HEAD"
    /// As a reader asks; no more than the head of the answer is waited for.
    case get = "GET"
  }

  package let method: Method
  package let address: String

  package init(_ method: Method, _ address: String) {
    self.method = method
    self.address = address
  }
}

/// What came back, or why nothing did.
package enum LinkAnswer: Sendable, Hashable {
  /// - Parameters:
  ///   - status: The status code of HTTP.
  ///   - location: Where a redirect leads, as the server writes it.
  ///   - retryAfter: How long the server asks to be left alone, in seconds.
  case response(status: Int, location: String? = nil, retryAfter: Int? = nil)
  case failure(LinkFailure)
}

/// Why no answer came.
package enum LinkFailure: String, Sendable, CaseIterable {
  case noHost, refused, broken, timedOut, untrusted, unusable

  /// In words that follow a colon.
  package var words: String {
    switch self {
    case .noHost: "there is no such host"
    case .refused: "its host takes no connection"
    case .broken: "its host broke off the connection"
    case .timedOut: "its host did not answer in time"
    case .untrusted: "no safe connection to its host comes about, and a browser warns of it"
    case .unusable: "what its host sends is no answer of HTTP"
    }
  }

  /// Whether another try may find it mended.
  var mayPass: Bool {
    switch self {
    case .noHost, .refused, .broken, .timedOut: true
    case .untrusted, .unusable: false
    }
  }
}

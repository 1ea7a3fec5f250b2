import Foundation
import Synchronization

/// Sends requests over the network by the program `curl`, which is on nearly every machine, speaks every kind of TLS, and trusts whom the
/// system trusts.
///
/// A client within this program would cost every build of it: those for Swift bring a TLS library along that takes minutes to compile, and
/// Foundation's own cannot be linked into one file without the development files of libcurl. curl follows no redirect here, reads no settings of
/// the user, keeps no cookie, sends no password, and is ended as soon as the head of the answer is there.
package struct LinkClient: Sendable {
  /// A server that knows no ranges sends all, and curl cannot tell the size of what has no end: slowly, little has come when curl is ended.
  private static let littleOfTheBody = ["--range", "0-1023", "--max-filesize", "1048576", "--limit-rate", "256k"]
  private let curl: String
  private let timeout: Duration
  private let agent: String

  /// - Parameters:
  ///   - curl: The path of the program.
  ///   - agent: What the client calls itself.
  ///   - timeout: How long an answer may take.
  package init(curl: String, agent: String, timeout: Duration = .seconds(20)) {
    self.curl = curl
    self.agent = agent
    self.timeout = timeout
  }

  /// Asks, and waits for the head of the answer.
  package func fetch(_ request: LinkRequest) async -> LinkAnswer {
    let seconds = Double(timeout.components.seconds) + Double(timeout.components.attoseconds) / 1e18
    let process = Process()
    process.executableURL = URL(filePath: curl)
    process.arguments =
      [
        "-q", "--silent", "--globoff", "--no-buffer", "--proto", "=http,https", "--suppress-connect-headers", "--max-time", "\(seconds)",
        "--user-agent", agent, "--header", "Accept: text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8", "--dump-header", "-",
        "--output", "/dev/null",
      ] + (request.method == .head ? ["--head"] : Self.littleOfTheBody) + ["--url", request.address]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    let exchange = LinkExchange()
    let answer = await withCheckedContinuation { continuation in
      exchange.begin(continuation)
      process.terminationHandler = { exchange.ended(status: $0.terminationReason == .exit ? $0.terminationStatus : -1) }
      output.fileHandleForReading.readabilityHandler = { exchange.take($0.availableData) }
      do {
        try process.run()
      } catch {
        exchange.ended(status: -1)
        exchange.take(Data())
      }
    }
    output.fileHandleForReading.readabilityHandler = nil
    if process.isRunning { process.terminate() }
    return answer
  }
}

/// One request on its way: what curl writes and how it ends, until the answer is known.
private final class LinkExchange: Sendable {
  private struct State {
    var head = ResponseHead()
    var status: Int32?
    var isRead = false
    var continuation: CheckedContinuation<LinkAnswer, Never>?
  }

  private let state = Mutex(State())

  func begin(_ continuation: CheckedContinuation<LinkAnswer, Never>) {
    state.withLock { $0.continuation = continuation }
  }

  /// What curl wrote; nothing at its end.
  func take(_ data: Data) {
    settle { state in
      if data.isEmpty { state.isRead = true } else { state.head.append(data) }
    }
  }

  func ended(status: Int32) {
    settle { $0.status = status }
  }

  private func settle(_ change: (inout State) -> Void) {
    let (continuation, answer) = state.withLock { state -> (CheckedContinuation<LinkAnswer, Never>?, LinkAnswer) in
      change(&state)
      let answer: LinkAnswer
      if let known = state.head.answer {
        answer = known
      } else if state.isRead, let status = state.status {
        answer = .failure(LinkFailure(curl: status))
      } else {
        return (nil, .failure(.unusable))
      }
      defer { state.continuation = nil }
      return (state.continuation, answer)
    }
    continuation?.resume(returning: answer)
  }
}

extension LinkFailure {
  /// - Parameter status: The exit status of curl, as its manual lists them.
  init(curl status: Int32) {
    self =
      switch status {
      case 5, 6: .noHost
      case 7: .refused
      case 28: .timedOut
      case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98: .untrusted
      case 18, 52, 55, 56, 92, 95, 96: .broken
      default: .unusable
      }
  }
}

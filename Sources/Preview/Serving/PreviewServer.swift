import FlyingSocks

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The server: it listens, and gives each connection a task of its own.
struct PreviewServer: Sendable {
  /// The port that it listens on.
  let port: UInt16
  private let socket: Socket
  private let pages: OpenPages
  private let respond: @Sendable (RequestHead) -> SiteResponder.Answer

  /// How many ports are tried, from the one that is wanted.
  private static let tries = 100

  /// Takes the wanted port, or the next one that is free.
  ///
  /// - Parameters:
  ///   - host: An address of this machine: `127.0.0.1`, `::1`, `0.0.0.0`, or `localhost`, which is the first of these.
  ///   - port: 0 for any that is free.
  init(
    host: String, port: UInt16, pages: OpenPages, respond: @escaping @Sendable (RequestHead) -> SiteResponder.Answer
  ) throws(PreviewFault) {
    var wanted = port
    var made: Socket?
    while made == nil {
      do {
        made = try Self.listen(host, wanted)
      } catch SocketError.failed(_, let code, _) where code == EADDRINUSE && wanted > 0 {
        guard wanted < UInt16.max, wanted - port + 1 < Self.tries else { throw .noPort(first: port, last: wanted) }
        wanted += 1
      } catch SocketError.failed(_, let code, let words) {
        throw .cannotListen(host: host, port: wanted, words: words, isForbidden: code == EACCES)
      } catch {
        throw .noAddress(host)
      }
    }
    guard let made else { throw .noPort(first: port, last: wanted) }
    socket = made
    self.pages = pages
    self.respond = respond
    switch try? made.sockname() {
    case .ip4(_, let port), .ip6(_, let port): self.port = port
    default: self.port = wanted
    }
  }

  private static func listen(_ host: String, _ port: UInt16) throws -> Socket {
    if host.contains(":") { return try listen(try .inet6(ip6: host, port: port)) }
    return try listen(try .inet(ip4: host == "localhost" ? "127.0.0.1" : host, port: port))
  }

  private static func listen(_ address: some SocketAddress) throws -> Socket {
    let socket = try Socket(domain: Int32(address.family))
    do {
      // Without it a port stays taken for a minute after a server that had it has ended.
      try socket.setValue(true, for: .localAddressReuse)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      // What is sent is whole: nothing is gained by waiting for more. Connections have it from the socket that takes them.
      try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
      try socket.bind(to: address)
      try socket.listen()
    } catch {
      try? socket.close()
      throw error
    }
    return socket
  }

  /// Serves until the task is cancelled.
  func run() async {
    let pool = makePool()
    defer { pages.close() }
    do {
      try await pool.prepare()
      let listening = try AsyncSocket(socket: socket, pool: pool)
      await withDiscardingTaskGroup { group in
        group.addTask { try? await pool.run() }
        while !Task.isCancelled {
          do {
            let accepted = try await listening.accept()
            group.addTask { await Connection(socket: accepted, pages: pages, respond: respond).serve() }
          } catch is CancellationError {
            break
          } catch {
            // Too many files are open, or the other side has gone already: the next one may fare better.
            try? await Task.sleep(for: .milliseconds(50))
          }
        }
        group.cancelAll()
      }
    } catch {}
    try? socket.close()
  }

  private func makePool() -> some AsyncSocketPool {
    SocketPool<Poll>.make()
  }
}

/// Why the preview cannot begin.
package enum PreviewFault: Error, Sendable, Hashable {
  /// All ports from the first to the last are taken.
  case noPort(first: UInt16, last: UInt16)
  case cannotListen(host: String, port: UInt16, words: String, isForbidden: Bool)
  /// The host is no address.
  case noAddress(String)
  /// The folders cannot be watched, with the system's words.
  case cannotWatch(String, words: String, help: String)
}

extension PreviewFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noPort(let first, let last): "all ports from \(first) to \(last) are taken; name another one with `--port`"
    case .cannotListen(let host, let port, let words, let isForbidden):
      "cannot listen on \(host), port \(port): \(words.lowercased())"
        + (isForbidden ? "; ports below 1024 are the system's: name another one with `--port`" : "")
    case .noAddress(let host): "`\(host)` is no address of this machine, such as 127.0.0.1, ::1 or 0.0.0.0, and not localhost"
    case .cannotWatch(let path, let words, let help): "cannot watch `\(path)`: \(words)" + (help.isEmpty ? "" : "; \(help)")
    }
  }
}

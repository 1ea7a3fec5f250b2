import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A server on this machine that does what it is told to each request, right or wrong. It ends with the test.
final class MisbehavingServer: Sendable {
  /// What to do with a request.
  enum Act: Sendable {
    /// Sends these bytes and closes.
    case send(String)
    /// Sends these bytes, then zeros until the other side is gone, 64 MiB at most.
    case flood(String)
    /// Sends these bytes one by one, a tenth of a second between two, until the other side is gone.
    case trickle(String)
    /// Breaks the connection off.
    case reset
    /// Says nothing until the other side is gone.
    case hang
  }

  let port: UInt16
  private let socket: Int32
  private let log = Mutex<[String]>([])
  private let sent = Mutex(0)

  /// The first lines of the requests that came.
  var requests: [String] { log.withLock { $0 } }
  /// All header lines that came, in small letters.
  private let heads = Mutex<[String]>([])
  var headers: [String] { heads.withLock { $0 } }
  /// How many bytes of floods were taken by the other side.
  var flooded: Int { sent.withLock { $0 } }

  init(_ act: @escaping @Sendable (_ method: String, _ path: String) -> Act) throws {
    #if canImport(Darwin)
      let stream = SOCK_STREAM
    #else
      let stream = Int32(SOCK_STREAM.rawValue)
      signal(SIGPIPE, SIG_IGN)
    #endif
    let listener = Self.listener(stream)
    socket = listener.0
    port = listener.1
    let descriptor = socket
    Thread.detachNewThread {
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { self.serve(connection, act) }
      }
    }
  }

  func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  func stop() {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private static func listener(_ stream: Int32) -> (Int32, UInt16) {
    #if canImport(Darwin)
      let descriptor = Darwin.socket(AF_INET, stream, 0)
    #else
      let descriptor = Glibc.socket(AF_INET, stream, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = unsafe bind(descriptor, pointer, length)
        _ = listen(descriptor, 16)
        _ = unsafe getsockname(descriptor, pointer, &length)
      }
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }

  private func serve(_ connection: Int32, _ act: (String, String) -> Act) {
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !head.suffix(4).elementsEqual([13, 10, 13, 10]), head.count < 65_536 {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { break }
      head += buffer[..<count]
      // What is no HTTP, such as the greeting of TLS, gets its answer too.
      if head.first != UInt8(ascii: "G"), head.first != UInt8(ascii: "H") { break }
    }
    let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    log.withLock { $0.append(lines.first ?? "") }
    heads.withLock { $0 += lines.dropFirst().filter { !$0.isEmpty }.map { $0.lowercased() } }
    switch act(words.first ?? "", words.count > 1 ? words[1] : "") {
    case .send(let text): _ = put(connection, Array(text.utf8))
    case .flood(let text):
      _ = put(connection, Array(text.utf8))
      let zeros = [UInt8](repeating: 0x30, count: 1 << 16)
      for _ in 0..<1024 {
        guard put(connection, zeros) else { break }
        sent.withLock { $0 += zeros.count }
      }
    case .trickle(let text):
      for byte in text.utf8 {
        guard put(connection, [byte]) else { break }
        usleep(100_000)
      }
    case .reset:
      var option = linger(l_onoff: 1, l_linger: 0)
      unsafe setsockopt(connection, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    case .hang: _ = unsafe buffer.withUnsafeMutableBytes { unsafe recv(connection, $0.baseAddress, $0.count, 0) }
    }
    close(connection)
  }

  private func put(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }
}

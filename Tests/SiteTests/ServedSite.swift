import FlyingSocks
import Foundation
import TestKit

/// `brief serve` as a process of its own, on a port that was free, and a client that speaks to it.
final class ServedSite: Sendable {
  let folder: TemporaryFolder
  let port: UInt16
  private let process: Process
  private let output: String

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts it, and waits until it says where it is.
  init(_ folder: TemporaryFolder, _ arguments: [String] = []) async throws {
    self.folder = folder
    output = "served-\(UUID().uuidString)"
    for name in ["out", "err"] { try folder.write("\(output).\(name)", "") }
    let process = Process()
    process.executableURL = try BriefCommand.executable()
    process.arguments = ["serve", "--port", "0", "--today", "2025-09-10"] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["PATH": folder["bin"] + ":/usr/bin:/bin", "HOME": folder.path]
    process.standardOutput = FileHandle(forWritingAtPath: folder["\(output).out"])
    process.standardError = FileHandle(forWritingAtPath: folder["\(output).err"])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    self.process = process
    var said: String?
    while said == nil, process.isRunning {
      said = folder.text("\(output).out")?.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//).map { String($0.1) }
      try await Task.sleep(for: .milliseconds(10))
    }
    guard let port = said.flatMap(UInt16.init) else {
      throw Failure(description: "it does not serve: \(folder.text("\(output).err") ?? "")")
    }
    self.port = port
  }

  /// What was said of the builds.
  var errors: String {
    folder.text("\(output).err") ?? ""
  }

  var said: String {
    folder.text("\(output).out") ?? ""
  }

  /// Ends it as Ctrl-C does, and gives its status.
  func interrupt() -> Int32 {
    process.interrupt()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func kill() {
    if process.isRunning { process.terminate() }
  }

  // MARK: A client

  /// Sends bytes as they are, and gives back all that is answered until the connection is closed.
  func send(_ text: String) async throws -> String {
    let socket = try await connect(text)
    defer { try? socket.close() }
    var bytes: [UInt8] = []
    while let more = try? await socket.read(atMost: 1 << 16) { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  func get(_ target: String) async throws -> String {
    try await send("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
  }

  /// The stream of events; what comes is read by `Events.until`.
  func events() async throws -> Events {
    let events = Events(socket: try await connect("GET /.brief/events HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    try await events.until("retry: 300\n\n")
    return events
  }

  private func connect(_ text: String) async throws -> AsyncSocket {
    let socket = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port), timeout: 600)
    try await socket.write(Data(text.utf8))
    return socket
  }

  actor Events {
    private let socket: AsyncSocket
    private var bytes: [UInt8] = []

    init(socket: AsyncSocket) {
      self.socket = socket
    }

    /// Reads until a text has come; gives back what came up to it, and forgets that.
    @discardableResult
    func until(_ text: String) async throws -> String {
      let wanted = Array(text.utf8)
      while true {
        if let found = bytes.firstRange(of: wanted) {
          defer { bytes.removeSubrange(..<found.upperBound) }
          return String(decoding: bytes[..<found.upperBound], as: UTF8.self)
        }
        bytes += try await socket.read(atMost: 1 << 16)
      }
    }

    func close() {
      try? socket.close()
    }
  }
}

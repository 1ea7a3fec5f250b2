import Foundation
import TestKit

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The command as somebody runs it at a terminal: what it asks is answered from a list, and then no more comes.
enum PseudoTerminal {
  struct Failure: Error {
    let call: String
    let code: Int32
  }

  static func run(_ arguments: [String], in folder: String, typing answers: [String]) throws -> (status: Int32, said: String) {
    var (master, slave) = (Int32(-1), Int32(-1))
    guard unsafe openpty(&master, &slave, nil, nil, nil) == 0 else { throw Failure(call: "openpty", code: errno) }
    defer { close(master) }
    // All answers at once: the terminal keeps them until they are read. Control-D at the start of a line ends the input.
    let typed = answers.map { $0 + "\n" }.joined() + "\u{4}"
    _ = unsafe Array(typed.utf8).withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
    let process = Process()
    process.executableURL = try BriefCommand.executable()
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "dumb"]
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    process.standardInput = terminal
    process.standardOutput = FileHandle.nullDevice
    process.standardError = terminal
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, read(master))
  }

  /// What the terminal has shown so far.
  private static func read(_ master: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe take(master, $0) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private func take(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}

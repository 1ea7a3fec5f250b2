import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Ctrl-C, and what asks a program to end in other ways.
package enum Interruption {
  /// Waits for one of these signals. From the call on they no longer end the process by themselves; the one after the first does again.
  package static func wait() async {
    let numbers = [SIGINT, SIGTERM, SIGHUP]
    let (stream, bell) = AsyncStream.makeStream(of: Void.self)
    let queue = DispatchQueue(label: "signals")
    var sources: [any DispatchSourceSignal] = []
    for number in numbers {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { bell.yield() }
      source.activate()
      sources.append(source)
    }
    for await _ in stream { break }
    for source in sources { source.cancel() }
    for number in numbers { signal(number, SIG_DFL) }
  }

  /// A write to a connection whose other side has gone is an error like others, and does not end the process.
  package static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }
}

/// A site that is served and kept up to date while its sources are written.
package struct LivePreview: Sendable {
  private let loop: PreviewLoop
  private let server: PreviewServer
  private let host: String

  /// Builds the site and takes a port; nothing is served before `run`.
  ///
  /// - Parameters:
  ///   - host: The address to listen on.
  ///   - port: The first port to try; 0 for any.
  ///   - watcher: Has begun to watch already.
  ///   - rebuild: Brings the site up to date.
  package init(
    host: String, port: UInt16, site: PreviewedSite, watcher: Watcher, rebuild: @escaping PreviewLoop.Rebuild
  ) async throws(PreviewFault) {
    let pages = OpenPages()
    loop = PreviewLoop(watcher: watcher, rebuild: rebuild, pages: pages)
    self.host = host
    // A port that cannot be had is told before a long build, not after it.
    let hosts = AllowedHosts(bound: host)
    server = try PreviewServer(host: host, port: port, pages: pages) { request in
      let (problems, base) = pages.current
      return SiteResponder(site: site, hosts: hosts, base: base, problems: problems).answer(request)
    }
    await loop.rebuildOnce(.anything)
  }

  /// The port that was free.
  package var port: UInt16 {
    server.port
  }

  /// Where the site is, for a browser on this machine.
  package var address: String {
    switch host {
    case "0.0.0.0": "http://127.0.0.1:\(port)/"
    case "::": "http://[::1]:\(port)/"
    default: host.contains(":") ? "http://[\(host)]:\(port)/" : "http://\(host):\(port)/"
    }
  }

  /// Whether only this machine can reach it.
  package var isForThisMachineOnly: Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  /// Serves and rebuilds until the task is cancelled. What is being published is finished first.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await server.run() }
      group.addTask { await loop.run() }
    }
  }
}

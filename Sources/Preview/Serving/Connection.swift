import FlyingSocks
import FoundationEssentials

/// One connection: requests come and are answered in turn, until one of the two sides has enough.
struct Connection: Sendable {
  let socket: AsyncSocket
  let pages: OpenPages
  let respond: @Sendable (RequestHead) -> SiteResponder.Answer

  func serve() async {
    defer { try? socket.close() }
    var buffer = RequestBuffer()
    do {
      while true {
        let request: RequestHead
        switch Self.next(&buffer) {
        case .success(nil):
          buffer.append(try await socket.read(atMost: 4096))
          continue
        case .failure(let fault):
          try await socket.write(Data(Response(fault).bytes(keepsConnection: false)))
          return
        case .success(let head?): request = head
        }
        switch respond(request) {
        case .response(let response):
          try await socket.write(Data(response.bytes(keepsConnection: request.keepsConnection)))
          if !request.keepsConnection { return }
        case .events:
          await stream()
          return
        }
      }
    } catch {
      // The other side has gone, or the server ends: there is nobody to tell.
    }
  }

  private static func next(_ buffer: inout RequestBuffer) -> Result<RequestHead?, RequestFault> {
    do throws(RequestFault) {
      return .success(try buffer.next())
    } catch {
      return .failure(error)
    }
  }

  /// Sends events until the other side goes. It never writes again, so that whatever is read, or no longer can be, is its end.
  private func stream() async {
    let head = Response(status: 200, fields: [.init("Content-Type", MediaType.events)]).head + Array("Connection: close\r\n\r\n".utf8)
    let events = pages.listen()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await socket.write(Data(head + Array("retry: 300\n\n".utf8)))
          for await event in events { try await socket.write(Data(event.utf8)) }
        } catch {}
      }
      group.addTask {
        while let bytes = try? await socket.read(atMost: 4096), !bytes.isEmpty {}
      }
      await group.next()
      group.cancelAll()
    }
  }
}

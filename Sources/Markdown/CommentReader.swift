/// Tells comments from other raw HTML.
enum CommentReader {
  /// The texts of the comments, trimmed, if a block of raw HTML is nothing but comments.
  static func comments(in html: [UInt8]) -> [String]? {
    var comments: [String] = []
    var offset = 0
    while true {
      while offset < html.count, html[offset].isWhitespace { offset += 1 }
      if offset == html.count { return comments }
      guard html[offset...].starts(with: "<!--".utf8) else { return nil }
      var start = offset + 4
      var end = start
      while !html[end...].starts(with: "-->".utf8) {
        guard end < html.count else { return nil }
        end += 1
      }
      offset = end + 3
      while start < end, html[start].isWhitespace { start += 1 }
      while end > start, html[end - 1].isWhitespace { end -= 1 }
      comments.append(String(decoding: html[start..<end], as: UTF8.self))
    }
  }
}

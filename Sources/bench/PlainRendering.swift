import CCMark

/// Markdown to HTML by libcmark alone.
enum PlainRendering {
  /// The HTML of a CommonMark text; raw HTML in it is left out.
  static func html(_ markdown: ArraySlice<UInt8>) -> [UInt8] {
    unsafe markdown.withUnsafeBytes { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress, let html = unsafe cmark_markdown_to_html(start, characters.count, CMARK_OPT_DEFAULT)
        else {
          return []
        }
        defer { unsafe cmark_get_default_mem_allocator().pointee.free(html) }
        var count = 0
        while unsafe html[count] != 0 { count += 1 }
        return unsafe UnsafeBufferPointer(start: html, count: count).map { UInt8(bitPattern: $0) }
      }
    }
  }
}

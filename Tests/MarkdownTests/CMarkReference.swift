import CCMark

/// The linked cmark's own output in its safe mode: what ours is held against.
func safeHTML(_ markdown: String) -> String {
  var text = markdown
  return text.withUTF8 { buffer in
    unsafe buffer.withMemoryRebound(to: CChar.self) { bytes in
      guard let html = unsafe cmark_markdown_to_html(bytes.baseAddress ?? UnsafePointer(bitPattern: 1), bytes.count, CMARK_OPT_DEFAULT)
      else { return "" }
      defer { unsafe cmark_get_default_mem_allocator().pointee.free(html) }
      return unsafe String(cString: html)
    }
  }
}

package import Diagnostics

/// A file for a test, with number 0 unless said otherwise.
package func source(_ text: String, path: String = "Content/test.md", id: Int = 0) -> SourceFile {
  SourceFile(id: FileID(id), path: path, text: text)
}

internal import CCMark

/// The memory that cmark, and everything else in the process, takes from the C library.
package enum CMarkMemory {
  /// Lets the C library take memory in large pieces and keep it: a build is short, grows all the time, and is a fifth slower otherwise.
  package static func keep() {
    brief_keep_memory()
  }
}

/// What a publication leaves for the next one of the same process to the same folder: the manifest, and which file on the disk each entry is.
package struct PublicationMemory: Sendable {
  /// Nil where nothing was published, or the last publication failed.
  private(set) var published: Published?

  package init() {
    published = nil
  }

  init(_ published: Published) {
    self.published = published
  }

  /// What was published last.
  struct Published: Sendable {
    let manifest: Manifest
    /// The manifest as it was written.
    let text: ManifestText
    /// By the places of the manifest's entries.
    let stamps: [FileStamp?]
    let layout: OutputLayout
    let folders: OutputFolders
  }

  /// The manifest, if these are its bytes.
  func manifest(of bytes: [UInt8]) -> Manifest? {
    published.flatMap { bytes == $0.text.bytes ? $0.manifest : nil }
  }

  /// An entry of the manifest, and the file that it was.
  func file(_ place: Int) -> (entry: Manifest.Entry, stamp: FileStamp)? {
    guard let published, published.stamps.indices.contains(place), let stamp = published.stamps[place] else { return nil }
    return (published.manifest.entries[place], stamp)
  }
}

/// What a publication leaves for the next one of the same process to the same folder: the manifest, and which file on the disk each entry is.
package struct PublicationMemory: Sendable {
  private let manifest: Manifest?
  /// The manifest's bytes; none where they were not looked at.
  let json: [UInt8]
  /// By the places of the manifest's entries.
  private let stamps: [FileStamp?]

  package init() {
    manifest = nil
    json = []
    stamps = []
  }

  init(_ manifest: Manifest, json: [UInt8], stamps: [FileStamp?]) {
    self.manifest = manifest
    self.json = json
    self.stamps = stamps
  }

  /// The manifest, if these are its bytes.
  func manifest(of bytes: [UInt8]) -> Manifest? {
    manifest != nil && bytes == json ? manifest : nil
  }

  /// An entry of the manifest, and the file that it was.
  func file(_ place: Int) -> (entry: Manifest.Entry, stamp: FileStamp)? {
    guard let manifest, stamps.indices.contains(place), let stamp = stamps[place] else { return nil }
    return (manifest.entries[place], stamp)
  }
}

extension SourceTree {
  /// The SHA-256 of a copied file, 32 bytes; nil where there is none of that path in the site, or it cannot be read.
  package func digest(ofAsset path: String) -> [UInt8]? {
    guard let asset = assets.first(where: { $0.outputPath == path }), let bytes = try? Disk.real.read(asset.location) else { return nil }
    let digest = SHA256.digest(bytes)
    return [digest.first, digest.second, digest.third, digest.fourth].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
  }
}

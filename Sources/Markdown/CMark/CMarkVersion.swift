internal import CCMark

/// The version of the cmark that is linked: output may differ between versions, so the manifest names it.
package enum CMarkVersion {
  /// Such as `0.30.2`.
  package static var text: String {
    let number = cmark_version()
    return "\(number >> 16 & 0xFF).\(number >> 8 & 0xFF).\(number & 0xFF)"
  }
}

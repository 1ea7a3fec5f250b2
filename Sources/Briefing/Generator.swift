/// What has made a site, as its manifest names it.
package enum Generator {
  package static let version = "0.1.0"
  package static let name = "brief \(version)"
}

package import Templates

package struct ChartView: Sendable {
  init(_ block: FactBlock, _ site: Site, _ viewpoint: Viewpoint) { caption = block.options.caption }
  let caption: String?
  package static let table = ViewTable<ChartView>("chart", "A chart.", [.optionalText("caption", "What stands over it.") { $0.caption }])
}

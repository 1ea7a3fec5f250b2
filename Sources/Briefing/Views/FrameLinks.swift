import Facts

/// Where every page leads to besides its navigation, seen from one depth: made once for all pages that stand as deep.
final class FrameLinks: Sendable {
  let home: String
  let contact: String?
  let method: String?
  let policy: String?
  let corrections: String
  let changes: String?
  let everything: String
  let stylesheet: String
  /// For `integrity`, where it is asked for.
  let stylesheetSum: String?
  let script: String
  let scriptSum: String?
  /// Whether one of the links leads to a place within a page, which is written otherwise on that page itself.
  let leadToAnchors: Bool

  init(_ site: Site, _ viewpoint: Viewpoint) {
    home = viewpoint.href(SitePath.index)
    contact = site.contactAddress(viewpoint)
    method = site.settings.method.flatMap { site.pageHref($0.text, viewpoint) }
    policy = site.settings.correctionsPolicy.flatMap { site.pageHref($0.text, viewpoint) }
    corrections = viewpoint.href(SitePath.corrections)
    changes = site.history.steps.isEmpty ? nil : viewpoint.href(SitePath.changes)
    everything = viewpoint.href(SitePath.everything)
    stylesheet = viewpoint.href(site.theme.stylesheet)
    stylesheetSum = site.theme.stylesheetSum
    script = viewpoint.href(site.theme.script)
    scriptSum = site.theme.scriptSum
    leadToAnchors = [contact, method, policy].contains { $0?.contains("#") ?? false }
  }

  /// The same with its links led elsewhere; style and script stay where they are, without sums.
  init(_ links: FrameLinks, leading href: (String) -> String) {
    home = href(links.home)
    contact = links.contact.map(href)
    method = links.method.map(href)
    policy = links.policy.map(href)
    corrections = href(links.corrections)
    changes = links.changes.map(href)
    everything = href(links.everything)
    stylesheet = links.stylesheet
    stylesheetSum = nil
    script = links.script
    scriptSum = nil
    leadToAnchors = links.leadToAnchors
  }
}

package import Diagnostics
import YAML

extension FieldType where Value == String {
  /// An address below which a site can stand: paths are added to it, so that neither a query nor a fragment may stand at its end.
  static var siteAddress: FieldType<String> {
    FieldType(.address) { node, reader in
      guard let address = FieldType<String>.address.read(node, &reader) else { return nil }
      guard let sign = address.first(where: { $0 == "?" || $0 == "#" }) else { return address }
      reader.log.add(
        Diagnostic(
          .briefingSiteAddress, "a site cannot stand below `\(address)`: there is a `\(sign)` in it", at: node.span,
          label: "pages are added to this",
          help: ["write the address of the folder alone: `\(address.prefix { $0 != "?" && $0 != "#" })`"]))
      return nil
    }
  }
}

extension DiagnosticKind {
  package static let briefingSiteAddress = DiagnosticKind(
    "briefing.site-address",
    meaning: "`base_url` is the address of the folder in which the site stands: the addresses of all pages begin with it.",
    wrong: .init("Content/briefing.yml+", "base_url: \"https://example.org/?site=talks\"\n"),
    right: .init("Content/briefing.yml+", "base_url: https://example.org/talks/\n"))
}

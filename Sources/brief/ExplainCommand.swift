import ArgumentParser
import Briefing
import Diagnostics
import Facts
import Import
import Markdown
import Templates
import Workspace
import YAML

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a code means, with a wrong and a right example.",
    discussion: "Without a code, all codes are listed.")

  @Argument(help: ArgumentHelp("A code, as reports show it in brackets.", valueName: "code"))
  var code: String?

  func run() throws {
    let kinds = Catalogue.all
    let reporter = CatalogueReporter(paint: Terminal.paint(1))
    guard let code else {
      Terminal.print(reporter.listing(of: kinds))
      return
    }
    // What only the sibling can find out, it also explains.
    if code.hasPrefix("links.") { try Sibling.become(["links", "--explain", code], purpose: "knows what `\(code)` means") }
    guard let kind = kinds.first(where: { $0.code == code }) else {
      let near = Suggestion.didYouMean(code, among: kinds.map(\.code))
      throw ValidationError("There is no code `\(code)`. " + (near.first ?? "`brief explain` lists them all."))
    }
    Terminal.print(reporter.explanation(of: kind))
  }
}

/// Everything that can be found wrong, sorted by code.
enum Catalogue {
  static let all: [DiagnosticKind] =
    (WorkspaceCatalogue.all + YAMLCatalogue.all + MarkdownCatalogue.all + TemplatesCatalogue.all + FactsCatalogue.all
    + BriefingCatalogue.all + ImportCatalogue.all)
    .sorted { $0.code < $1.code }
}

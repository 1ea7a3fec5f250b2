import ArgumentParser
import Briefing
import Templates

struct ViewsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "views", abstract: "List what templates may show: names, types and meanings.",
    discussion:
      "Without a name, the templates are listed; with one, all that it may show. The words of the interface come from the project's strings.yml."
  )

  @OptionGroup var options: ProjectOptions

  @Argument(help: ArgumentHelp("A template, such as `claim`.", valueName: "template"))
  var template: String?

  func run() async throws {
    guard let template else {
      for kind in TemplateKind.allCases {
        Terminal.print(kind.rawValue + String(repeating: " ", count: max(1, 18 - kind.rawValue.count)) + kind.ownShape.meaning + "\n")
      }
      return
    }
    guard let kind = TemplateKind(rawValue: template) else {
      throw ValidationError("There is no template `\(template)`; `brief views` lists them.")
    }
    Terminal.print(kind.ownShape.listing())
    Terminal.print("\nBeside these, every template may show `words` (the keys of Templates/strings.yml without dots) and `site`:\n\n")
    Terminal.print(TemplateKind.siteShape.listing())
  }
}

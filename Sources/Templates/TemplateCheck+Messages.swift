package import Diagnostics

// The messages of TemplateCheck. Every example is the template of pages of prose, which can be replaced whole.

extension DiagnosticKind {
  private static func page(_ text: String) -> Example {
    Example("Templates/page.mustache", text + "\n")
  }

  package static let unknownName = DiagnosticKind(
    "template.unknown-name",
    meaning: "A tag names something that the page kind does not have at this point. `brief views` lists all names with their types.",
    wrong: page("<p>{{words.no-such-word}}</p>"), right: page("<p>A note.</p>"))

  package static let unknownTemplate = DiagnosticKind(
    "template.unknown-template",
    meaning: "A tag calls a template that is not there. A partial is named by its path under Templates, or by its name in partials/.",
    wrong: page("<p>{{>no-such-partial}}</p>"), right: page("<p>A note.</p>"))

  package static let endlessRecursion = DiagnosticKind(
    "template.endless-recursion",
    meaning: "A partial calls itself, by a detour or not, with the same names at hand. The page would never end.",
    wrong: page("<p>A note.</p>{{>page}}"), right: page("<p>A note.</p>"))

  package static let unknownBlock = DiagnosticKind(
    "template.unknown-block",
    meaning: "A parent's tag fills a block that the parent does not have, so that its text would never be shown.",
    wrong: .init([
      ("Templates/partials/frame.mustache", "<p>{{$text}}{{/text}}</p>\n"),
      ("Templates/page.mustache", "{{<frame}}{{$texd}}A note.{{/texd}}{{/frame}}\n"),
    ]),
    right: .init([
      ("Templates/partials/frame.mustache", "<p>{{$text}}{{/text}}</p>\n"),
      ("Templates/page.mustache", "{{<frame}}{{$text}}A note.{{/text}}{{/frame}}\n"),
    ]))

  package static let unusedTemplate = DiagnosticKind(
    "template.unused", .warning,
    meaning: "No page is made with this template and none that is calls it.",
    wrong: .init("Templates/partials/nobody-calls-this.mustache", "<p>A note.</p>\n"),
    right: .init([
      ("Templates/partials/called-by-page.mustache", "<p>A note.</p>\n"),
      ("Templates/page.mustache", "<h1>{{page.title}}</h1>\n{{>called-by-page}}\n"),
    ]))

  package static let pointlessSection = DiagnosticKind(
    "template.pointless-section",
    meaning: "A section asks whether something is there that always is: a value that is not declared optional.",
    wrong: page("{{#page.title}}<p>A note.</p>{{/page.title}}"), right: page("<p>A note.</p>"))

  package static let unguardedOptional = DiagnosticKind(
    "template.unguarded-optional",
    meaning:
      "An optional value is shown without a section that says that it is there. Where it is absent, an empty element or attribute would remain.",
    wrong: page("<p>{{site.licence}}</p>"), right: page("{{#site.licence}}<p>{{site.licence}}</p>{{/site.licence}}"))

  package static let notAValue = DiagnosticKind(
    "template.not-a-value",
    meaning: "A list, a record or a flag is shown as if it were a text. It takes a section.",
    wrong: page("<p>{{page}}</p>"), right: page("<p>A note.</p>"))

  package static let escapedMarkup = DiagnosticKind(
    "template.escaped-markup",
    meaning: "Markup is HTML that brief wrote itself; in double braces it would be escaped, and readers would see its tags.",
    wrong: page("<div>{{body}}</div>"), right: page("<div>{{{body}}}</div>"))

  package static let rawText = DiagnosticKind(
    "template.raw-text",
    meaning: "Triple braces write a value as it is. Only markup may be written so: a text could hold `<` or `&`.",
    wrong: page("<p>{{{page.title}}}</p>"), right: page("<p>{{page.title}}</p>"))

  package static let dynamicName = DiagnosticKind(
    "template.dynamic-name",
    meaning:
      "A dynamic name chooses a partial by a value. It goes only over a choice, a field that declares all its values, so that each can be checked.",
    wrong: page("{{>*page.title}}"), right: page("<p>A note.</p>"))

  package static let htmlState = DiagnosticKind(
    "template.html-state",
    meaning:
      "A section, block or partial begins in one place of HTML, such as text, and ends in another, such as within a tag; or a page ends within a tag. What follows it could not be escaped rightly both ways.",
    wrong: page("<!-- a note"),
    right: page("<!-- a note --><p>A note.</p>"))

  package static let unsafePlace = DiagnosticKind(
    "template.unsafe-place",
    meaning:
      "A name stands where no escaping makes a value safe: in a comment, a style, a tag's or attribute's name, an attribute without quotes, an event attribute, or a script that is not JSON.",
    wrong: page("<p class={{site.direction}}>A note.</p>"), right: page("<p class=\"{{site.direction}}\">A note.</p>"))

  package static let markupPlace = DiagnosticKind(
    "template.markup-place",
    meaning: "Markup stands in an attribute, a title or a textarea, which hold no elements.",
    wrong: page("<p title=\"{{{body}}}\">A note.</p>"), right: page("<p>A note.</p>{{{body}}}"))

  package static let needsURL = DiagnosticKind(
    "template.needs-url",
    meaning: "A text begins an address, as in `href`. Only a url is looked at for its scheme; a text could be `javascript:…`.",
    wrong: page("<a href=\"{{page.title}}\">A note.</a>"), right: page("<a href=\"#{{page.title}}\">A note.</a>"))

  package static let jsonPlace = DiagnosticKind(
    "template.json-place",
    meaning: "JSON stands only in a script element whose type is JSON, and only JSON stands there.",
    wrong: page("<script type=\"application/json\">{{page.title}}</script>"), right: page("<p>{{page.title}}</p>"))
}

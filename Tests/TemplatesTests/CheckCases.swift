extension CheckTests {
  static let cases: [Case] = [
    Case("<p>{{title}} {{words.skip-link}} {{{content}}} {{#words}}{{skip-link}}{{/words}}</p>"),
    Case(
      "<p>{{titel}}</p>", [],
      [
        "main:1:6 unknown-name: `titel` is not a name that can be shown here | did you mean `title`?"
      ]),
    Case(
      "<p>{{xyzzy}}</p>", [],
      [
        "main:1:6 unknown-name: `xyzzy` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{#people}}<b>{{nam}}</b>{{/people}}", [],
      [
        "main:1:17 unknown-name: `nam` is not a name that can be shown here | did you mean `name`?"
      ]),
    Case(
      "{{words.skip-lnk}}", [],
      [
        "main:1:9 unknown-name: `skip-lnk` is not a field of words | did you mean `skip-link`?"
      ]),
    Case(
      "{{title.x}}", [],
      [
        "main:1:9 unknown-name: `title` is a text and has no fields"
      ]),
    Case(
      "{{people.name}}", [],
      [
        "main:1:10 unknown-name: `people` is a list and has no fields | go through the list: `{{#people}} … `"
      ]),
    Case(
      "{{a.b}}", [],
      [
        "main:1:3 unknown-name: `a` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{words.}}", [],
      [
        "main:1:9 unknown-name: `` is not a field of words | the words of the interface stand in Templates/strings.yml"
      ]),
    Case(
      "{{#draf}}{{nothing}}{{/draf}}", [],
      [
        "main:1:4 unknown-name: `draf` is not a name that can be shown here | did you mean `draft`?"
      ]),
    Case(
      "{{^draft}}{{nothing}}{{/draft}}", [],
      [
        "main:1:13 unknown-name: `nothing` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{>cart}}", [("partials/card", "x")],
      [
        "main:1:4 unknown-template: there is no template `cart` | did you mean `card`?"
      ]),
    Case(
      "{{<cart}}{{/cart}}", [("partials/card", "x")],
      [
        "main:1:4 unknown-template: there is no template `cart` | did you mean `card`?"
      ]),
    Case("{{>card}}{{>partials/card}}", [("partials/card", "x")]),
    Case(
      "{{#people}}{{>card}}{{/people}}{{>card}}", [("partials/card", "\n {{name}} {{title}}")],
      [
        "partials/card:2:4 unknown-name: `name` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{{title}}}", [],
      [
        "main:1:4 raw-text: `title` is a text, not markup | write `{{title}}`"
      ]),
    Case(
      "{{&title}}", [],
      [
        "main:1:4 raw-text: `title` is a text, not markup | write `{{title}}`"
      ]),
    Case(
      "{{{root}}}", [],
      [
        "main:1:4 raw-text: `root` is a url, not markup | write `{{root}}`"
      ]),
    Case(
      "{{content}}", [],
      [
        "main:1:3 escaped-markup: `content` is markup and would be shown as its source | write `{{{content}}}`"
      ]),
    Case(
      "{{people}}{{author}}{{draft}}", [],
      [
        "main:1:3 not-a-value: `people` is a list, which cannot be shown as such | open it: `{{#people}} … {{/people}}`",
        "main:1:13 not-a-value: `author` is a record, which cannot be shown as such | open it: `{{#author}} … {{/author}}`",
        "main:1:23 not-a-value: `draft` is a flag, which cannot be shown as such | ask for it: `{{#draft}} … {{/draft}}`",
      ]),
    Case(
      "{{#title}}x{{/title}}{{^title}}y{{/title}}", [],
      [
        "main:1:4 pointless-section: `title` is always there | write `{{title}}` without a section",
        "main:1:25 pointless-section: `title` is always there | take the section away",
      ]),
    Case(
      "{{#content}}x{{/content}}", [],
      [
        "main:1:4 pointless-section: `content` is always there | write `{{{content}}}` without a section"
      ]),
    Case(
      "{{^words}}x{{/words}}", [],
      [
        "main:1:4 pointless-section: `words` is always there | take the section away"
      ]),
    Case("{{^people}}x{{/people}}{{^author}}x{{/author}}{{#author}}x{{/author}}"),
    Case(
      "{{description}} {{#description}}{{description}}{{.}}{{/description}}", [],
      [
        "main:1:3 unguarded-optional: `description` may be absent | say what is shown when it is there: `{{#description}} … {{/description}}`"
      ]),
    Case(
      "{{^description}}{{description}}{{/description}}", [],
      [
        "main:1:19 unguarded-optional: `description` may be absent | say what is shown when it is there: `{{#description}} … {{/description}}`"
      ]),
    Case(
      "{{author.name}}{{#author}}{{name}}{{author.name}}{{#href}}{{href}}{{/href}}{{/author}}", [],
      [
        "main:1:3 unguarded-optional: `author.name` may be absent | say what is shown when it is there: `{{#author.name}} … {{/author.name}}`"
      ]),
    Case("{{#author.href}}{{author.href}}{{author.name}}{{/author.href}}"),
    Case(
      "{{#description}}{{>d}}{{/description}}{{>d}}", [("d", "{{description}}")],
      [
        "d:1:3 unguarded-optional: `description` may be absent | say what is shown when it is there: `{{#description}} … {{/description}}`"
      ]),
    Case(
      "{{#people}}{{#friends}}{{.}}{{name}}{{/friends}}{{.}}{{/people}}{{.}}", [],
      [
        "main:1:51 not-a-value: `.` is a record, which cannot be shown as such | open it: `{{#.}} … {{/.}}`",
        "main:1:67 not-a-value: `.` is a record, which cannot be shown as such | open it: `{{#.}} … {{/.}}`",
      ]),
    Case(
      "{{#people}}{{href}}{{/people}}", [],
      [
        "main:1:14 unguarded-optional: `href` may be absent | say what is shown when it is there: `{{#href}} … {{/href}}`"
      ]),
    Case(
      "{{>*kind}}", [("partials/red", "r"), ("partials/green", "g")],
      [
        "main:1:5 unknown-template: `*kind` may be `blue`, and there is no such template | write Templates/partials/blue.mustache"
      ]),
    Case(
      "{{>*kind}}", [("partials/red", "{{x}}"), ("partials/blue", "{{title}}")],
      [
        "partials/red:1:3 unknown-name: `x` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{>*title}}", [],
      [
        "main:1:5 dynamic-name: `*title` must be a choice, but is a text | a dynamic name goes only over a field that declares all its values: see `brief views`"
      ]),
    Case(
      "{{>*nothing}}", [],
      [
        "main:1:5 unknown-name: `nothing` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{<frame}}{{$boddy}}{{titel}}{{/boddy}}{{/frame}}", [("frame", "<b>{{$body}}{{/body}}</b>")],
      [
        "main:1:14 unknown-block: `frame` has no block `boddy` | did you mean `body`?"
      ]),
    Case(
      "{{<frame}}{{$body}}{{titel}}{{/body}}{{/frame}}", [("frame", "<b>{{$body}}{{nothing}}{{/body}}</b>")],
      [
        "main:1:22 unknown-name: `titel` is not a name that can be shown here | did you mean `title`?"
      ]),
    Case("{{<frame}}{{$body}}{{name}}{{/body}}{{/frame}}", [("frame", "{{#people}}{{$body}}{{/body}}{{/people}}")]),
    Case(
      "{{<frame}}{{$body}}{{$inner}}{{titel}}{{/inner}}{{/body}}{{/frame}}", [("frame", "<b>{{$body}}{{/body}}</b>")],
      [
        "main:1:32 unknown-name: `titel` is not a name that can be shown here | did you mean `title`?"
      ]),
    Case("{{<a}}{{$x}}{{title}}{{/x}}{{/a}}", [("a", "{{<b}}{{$x}}{{nothing}}{{/x}}{{/b}}"), ("b", "{{$x}}{{/x}}")]),
    Case(
      "{{<a}}{{/a}}", [("a", "{{<b}}{{$x}}{{nothing}}{{/x}}{{/b}}"), ("b", "{{$x}}{{/x}}")],
      [
        "a:1:15 unknown-name: `nothing` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words"
      ]),
    Case(
      "{{#people}}{{>node}}{{/people}}", [("partials/node", "{{name}}{{#people}}{{>node}}{{/people}}")],
      [
        "partials/node:1:23 endless-recursion: `partials/node` calls itself with nothing changed, so it would never end | a view's records are of limited depth: write the inner level as a partial of its own"
      ]),
    Case(
      "{{>a}}", [("a", "{{>b}}{{x}}"), ("b", "{{>a}}{{y}}")],
      [
        "a:1:9 unknown-name: `x` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words",
        "b:1:4 endless-recursion: `a` calls itself with nothing changed, so it would never end | a view's records are of limited depth: write the inner level as a partial of its own",
        "b:1:9 unknown-name: `y` is not a name that can be shown here | names here: title, description, content, root, data, draft, people, author, kind, words",
      ]),
    Case(
      "{{#title", [],
      [
        "main:1:1 unclosed-tag: this tag is not closed | close it with `}}`"
      ]),
    Case(
      "{{title}} {{", [],
      [
        "main:1:11 unclosed-tag: this tag is not closed | close it with `}}`"
      ]),
    Case(
      "a {{title\n{{root}} {{#x}}", [],
      [
        "main:1:3 unclosed-tag: this tag is not closed | close it with `}}`",
        "main:2:10 unclosed-section: the section `x` is not closed | close it with `{{/x}}`",
      ]),
    Case(
      "{{#draft}}{{#people}}x{{/draft}}", [],
      [
        "main:1:11 unclosed-section: the section `people` is not closed | close it with `{{/people}}`"
      ]),
    Case(
      "{{#draft}}x{{/darft}}", [],
      [
        "main:1:12 mismatched-close: `darft` is closed, but `draft` is open | did you mean `draft`?"
      ]),
    Case(
      "{{#draft}}x{{/darft}}{{/draft}}", [],
      [
        "main:1:12 mismatched-close: `darft` is closed, but `draft` is open | did you mean `draft`?"
      ]),
    Case(
      "x{{/draft}}", [],
      [
        "main:1:2 mismatched-close: `draft` is closed, but was never opened | open it with `{{#draft}}`, or take this tag away"
      ]),
    Case(
      "{{}} {{# }}{{/}}", [],
      [
        "main:1:1 empty-tag: this tag names nothing | write a name between the delimiters, or `{{! … }}` for a comment",
        "main:1:6 empty-tag: this tag names nothing | write a name between the delimiters, or `{{! … }}` for a comment",
        "main:1:12 empty-tag: this tag names nothing | write a name between the delimiters, or `{{! … }}` for a comment",
      ]),
    Case(
      "{{=<%=}}{{titel}}", [],
      [
        "main:1:1 delimiters: a change of delimiters takes two of them | write the opening and the closing one with a space between: `{{=<% %>=}}`"
      ]),
    Case(
      "{{! never", [],
      [
        "main:1:1 unclosed-tag: this tag is not closed | close it with `}}`"
      ]),
  ]
}

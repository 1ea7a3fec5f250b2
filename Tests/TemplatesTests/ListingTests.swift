import Diagnostics
import Templates
import Testing

struct ListingTests {
  @Test func listsEachShapeOnce() {
    let text = """
      page: A page.
        title         text              The title.
        description?  text              A sentence.
        content       markup            The text.
        root          url               The way up.
        data          json              JSON.
        draft         flag              Whether it is one.
        people        list of person    People.
        author?       person            Who wrote it.
        kind          one of red, blue  A colour.
        words         words             Words.

      person: Somebody.
        name     text          The name.
        href?    url           The page.
        friends  list of text  Names.

      words: The interface's words.
        skip-link  text  To the content.

      """
    #expect(CheckTests.page.listing() == text)
    #expect(ViewShape.listing([CheckTests.page, CheckTests.person]).contains("person: Somebody."))
  }

  /// Every code has one entry, and is one of this room's.
  @Test func catalogue() {
    let codes = TemplatesCatalogue.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.hasPrefix("template.") || $0.hasPrefix("strings.") })
  }
}

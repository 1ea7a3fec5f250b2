import Diagnostics
import Markdown
import TestKit
import Testing

/// Whole trees, each node with its place (line and column, as people count).
@Suite struct TreeTests {
  @Test func frontMatterAndHeadings() {
    let markdown =
      "\u{FEFF}---\r\ntitle: A\r\n---\r\n# Héllo *wörld*!\r\n\r\n## Hello -- \"you\"\r\n## Hello -- \"you\"\r\n"
    #expect(
      TreeDump.of(markdown) == #"""
        front matter @1:1-3:4
          yaml @2:1-3:1 "title: A\r\n"
        heading 1 @4:1-4:17 "héllo-wörld"
          text @4:3-4:9 "Héllo "
          emphasis @4:9-4:16
            text @4:10-4:15 "wörld"
          text @4:16-4:17 "!"
        heading 2 @6:1-6:18 "hello----you"
          text @6:4-6:18 "Hello – “you”"
        heading 2 @7:1-7:18 "hello----you-1"
          text @7:4-7:18 "Hello – “you”"

        """#)
  }

  @Test func continuationLines() {
    let markdown =
      "> - 🙂 e\u{301} [a *b*](claim:x-y \"para 4\")\nlazy `c`\n>   and\t**d**\\\n>   [e][f]\n\n[f]: <method.md#a b>\n"
    #expect(
      TreeDump.of(markdown) == #"""
        quote @1:1-4:11
          list tight @1:3-4:11
            item @1:3-4:11
              paragraph @1:5-4:11
                text @1:5-1:9 "🙂 é "
                link @1:9-1:36 "claim:x-y|para 4"
                  destination @1:17-1:26 "claim:x-y"
                  text @1:10-1:12 "a "
                  emphasis @1:12-1:15
                    text @1:13-1:14 "b"
                soft break @1:36-2:1
                text @2:1-2:6 "lazy "
                code @2:6-2:9 "c"
                soft break @2:9-3:1
                text @3:5-3:9 "and\t"
                strong @3:9-3:14
                  text @3:11-3:12 "d"
                line break @3:14-4:1
                link @4:5-4:11 "method.md#a b"
                  destination @4:5-4:11 "[e][f]"
                  text @4:6-4:7 "e"

        """#)
  }

  @Test func codeAndHTML() {
    let markdown =
      "Text\n\n1. one\n\n   ```timeline  \n   from: 2025\n\n     to: \"x\"\n   ```\n2. two <claim:abc> <!-- gone --> <b>x</b>\n\n\tcode\n\n<!-- uncited: why -->\n\n<div>x</div>\n"
    #expect(
      TreeDump.of(markdown) == #"""
        paragraph @1:1-1:5
          text @1:1-1:5 "Text"
        list 1 @3:1-12:6
          item @3:1-9:7
            paragraph @3:4-3:7
              text @3:4-3:7 "one"
            code @5:4-9:7 "timeline"
              info @5:7-5:15 "timeline"
              line @6:4-6:14 "from: 2025"
              line @7:1-7:1 ""
              line @8:6-8:13 "  to: \"x\""
          item @10:1-12:6
            paragraph @10:4-10:42
              text @10:4-10:8 "two "
              autolink @10:8-10:19 "claim:abc"
                destination @10:9-10:18 "claim:abc"
                text @10:9-10:18 "claim:abc"
              text @10:19-10:20 " "
              text @10:33-10:34 " "
              html @10:34-10:37 "<b>"
              text @10:37-10:38 "x"
              html @10:38-10:42 "</b>"
            paragraph @12:2-12:6
              text @12:2-12:6 "code"
        comment @14:1-14:22 "uncited: why"
        html @16:1-16:13 "<div>x</div>\n"
        ! markdown.raw-html @10:34-10:37
        ! markdown.raw-html @16:1-16:13

        """#)
  }

  @Test func tables() {
    let markdown =
      "above\n| a \\| b | [c](claim:d) | `e \\| f` |\n|:--|:-:|--:|\n| 1 | *2*\n| [r] | 4 | 5 | 6 |\n\n[r]: event:z\n"
    #expect(
      TreeDump.of(markdown) == #"""
        paragraph @1:1-1:6
          text @1:1-1:6 "above"
        table left center right @2:1-5:20
          row
            cell @2:3-2:9
              text @2:3-2:9 "a | b"
            cell @2:12-2:24
              link @2:12-2:24 "claim:d"
                destination @2:16-2:23 "claim:d"
                text @2:13-2:14 "c"
            cell @2:27-2:35
              code @2:27-2:35 "e | f"
          row
            cell @4:3-4:4
              text @4:3-4:4 "1"
            cell @4:7-4:10
              emphasis @4:7-4:10
                text @4:8-4:9 "2"
            cell @4:10-4:10
          row
            cell @5:3-5:6
              link @5:3-5:6 "event:z"
                destination @5:3-5:6 "[r]"
                text @5:4-5:5 "r"
            cell @5:9-5:10
              text @5:9-5:10 "4"
            cell @5:13-5:14
              text @5:13-5:14 "5"

        """#)
  }

  @Test func alertsAndFigures() {
    let markdown =
      "> [!NOTE]\n> Mind *this*.\n>\n> - a\n\n> [!TIP] x\n\n> [!NOTES]\n> b\n\n![alt *x*](a.png \"A *caption*\")\n\n![alt](b.png)\n"
    #expect(
      TreeDump.of(markdown) == #"""
        alert note @1:1-4:6
          paragraph @2:3-2:15
            text @2:3-2:8 "Mind "
            emphasis @2:8-2:14
              text @2:9-2:13 "this"
            text @2:14-2:15 "."
          list tight @4:3-4:6
            item @4:3-4:6
              paragraph @4:5-4:6
                text @4:5-4:6 "a"
        quote @6:1-6:11
          paragraph @6:3-6:11
            text @6:3-6:11 "[!TIP] x"
        quote @8:1-9:4
          paragraph @8:3-9:4
            text @8:3-8:11 "[!NOTES]"
            soft break @8:11-9:1
            text @9:3-9:4 "b"
        figure @11:1-11:32 "alt x|a.png|A *caption*"
          destination @11:12-11:17
        paragraph @13:1-13:14
          image @13:1-13:14 "alt|b.png|"
            destination @13:8-13:13 "b.png"
        ! markdown.unknown-alert @8:3-8:11

        """#)
  }

  @Test func tablesInBlocks() {
    let markdown =
      "- | a |\n  | - |\n  | b |\n---\n\n> | c |\n> | - |\n| d |\n\n| e |\n| - |\n| f |\n---\n"
    #expect(
      TreeDump.of(markdown) == #"""
        list tight @1:1-3:8
          item @1:1-3:8
            table none @1:3-3:8
              row
                cell @1:5-1:6
                  text @1:5-1:6 "a"
              row
                cell @3:5-3:6
                  text @3:5-3:6 "b"
        break @4:1-4:4
        quote @6:1-8:6
          table none @6:3-7:8
            row
              cell @6:5-6:6
                text @6:5-6:6 "c"
          paragraph @8:1-8:6
            text @8:1-8:6 "| d |"
        table none @10:1-12:6
          row
            cell @10:3-10:4
              text @10:3-10:4 "e"
          row
            cell @12:3-12:4
              text @12:3-12:4 "f"
        break @13:1-13:4

        """#)
  }

  @Test func addressesAndTypography() {
    let markdown =
      "[x](javascript:1) ![y](  <vbscript:2>  'z') \"a 'b' don't\" 'tis &amp;amp; &copy;\\*\n"
    #expect(
      TreeDump.of(markdown) == #"""
        paragraph @1:1-1:82
          link @1:1-1:18 "javascript:1"
            destination @1:5-1:17 "javascript:1"
            text @1:2-1:3 "x"
          text @1:18-1:19 " "
          image @1:19-1:44 "y|vbscript:2|z"
            destination @1:27-1:37 "vbscript:2"
          text @1:44-1:82 " “a ‘b’ don’t” ’tis &amp; ©*"
        ! markdown.unsafe-url @1:5-1:17
        ! markdown.unsafe-url @1:27-1:37

        """#)
  }
}

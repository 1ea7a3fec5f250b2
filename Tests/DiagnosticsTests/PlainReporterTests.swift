import Diagnostics
import TestKit
import Testing

/// The reporters for editors, programs and GitHub, and the catalogue's.
@Suite struct PlainReporterTests {
  private let file = source("a: é\"b\nc\n", path: "Content/a,b:c.yml")

  private var diagnostics: [Diagnostic] {
    [
      Diagnostic(Sample.warning, "100 %\nsure"),
      Diagnostic(
        Sample.kind, "no `b`", at: Sample.span(file, "\"b"), label: "here", others: [Label(Sample.span(file, "b\nc"), "there")],
        help: ["one", "two"]),
    ]
  }

  @Test func writesALineEach() {
    #expect(
      LineReporter(files: SourceFiles([file])).report(diagnostics) == """
        warning: 100 %␊sure [fact.single-origin]
        Content/a,b:c.yml:1:5: error: no `b` [fact.unknown-reference]

        """)
  }

  @Test func writesCodeQuality() {
    let reporter = CodeQualityReporter(files: SourceFiles([file]), folder: "site/")
    let report = reporter.report([diagnostics[1]])
    #expect(
      report
        == #"""
        [
          {
            "description": "no `b`\nhelp: one\nhelp: two",
            "check_name": "fact.unknown-reference",
            "fingerprint": "FINGERPRINT",
            "severity": "critical",
            "location": {
              "path": "site/Content/a,b:c.yml",
              "lines": {
                "begin": 1
              }
            }
          }
        ]

        """#.replacing("FINGERPRINT", with: report.firstMatch(of: /[0-9a-f]{16}/).map { String($0.output) } ?? ""))
    // The same finding twice is two; what has no place stands in the settings.
    let twice = reporter.report([diagnostics[1], diagnostics[1], diagnostics[0]])
    let prints = twice.matches(of: /"fingerprint": "([0-9a-f]{16})"/).map { String($0.1) }
    #expect(Set(prints).count == 3)
    #expect(report.contains(prints[0]))
    #expect(twice.contains("site/Content/briefing.yml"))
  }

  @Test func writesJSON() {
    let reporter = JSONReporter(files: SourceFiles([file]))
    #expect(
      reporter.report(diagnostics) == #"""
        {
          "version": 1,
          "diagnostics": [
            {"code": "fact.single-origin", "severity": "warning", "message": "100 %\nsure", "labels": [], "help": []},
            {"code": "fact.unknown-reference", "severity": "error", "message": "no `b`", "file": "Content/a,b:c.yml", "line": 1, "column": 5, "endLine": 1, "endColumn": 7, "offset": 5, "endOffset": 7, "label": "here", "labels": [{"file": "Content/a,b:c.yml", "line": 1, "column": 6, "endLine": 2, "endColumn": 2, "offset": 6, "endOffset": 9, "text": "there"}], "help": ["one", "two"]}
          ],
          "counts": {"errors": 1, "warnings": 1, "hints": 0, "files": 1}
        }

        """#)
    #expect(
      reporter.report([]) == """
        {
          "version": 1,
          "diagnostics": [],
          "counts": {"errors": 0, "warnings": 0, "hints": 0, "files": 0}
        }

        """)
    #expect(reporter.report([Diagnostic(Sample.kind, "\u{1}\u{1F}\\\t\r")]).contains(#""message": "\u0001\u001f\\\t\r""#))
  }

  @Test func writesWorkflowCommands() {
    #expect(
      GitHubReporter(files: SourceFiles([file]), folder: "site/").report(diagnostics) == """
        ::warning title=fact.single-origin::100 %25%0Asure
        ::error file=site/Content/a%2Cb%3Ac.yml,line=1,col=5,endLine=1,endColumn=6,title=fact.unknown-reference::no `b`%0Ahere%0Ahelp: one%0Ahelp: two

        """)
    #expect(
      GitHubReporter(files: SourceFiles([file])).report([Diagnostic(Sample.hint, "m", at: Sample.span(file, "b\nc"))])
        == "::notice file=Content/a%2Cb%3Ac.yml,line=1,col=6,endLine=2,title=fact.no-archive::m\n")
  }

  @Test func writesSARIF() {
    let wide = source("😀b: c\n", path: "Content/ä b.yml")
    let found = Diagnostic(
      Sample.kind, "no `b`", at: Sample.span(wide, "b"), label: "here", others: [Label(Sample.span(wide, "c\n"), "there")],
      help: ["one"])
    let reporter = SARIFReporter(files: SourceFiles([wide]), rules: [Sample.hint, Sample.kind], version: "1.2.3", folder: "site/")
    #expect(
      reporter.report([Diagnostic(Sample.hint, "m"), found]) == #"""
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "brief",
                  "version": "1.2.3",
                  "semanticVersion": "1.2.3",
                  "rules": [
                    {
                      "id": "fact.no-archive",
                      "shortDescription": {
                        "text": "M."
                      },
                      "fullDescription": {
                        "text": "M."
                      },
                      "help": {
                        "text": "brief explain fact.no-archive shows a wrong and a right example."
                      },
                      "defaultConfiguration": {
                        "level": "note"
                      }
                    },
                    {
                      "id": "fact.unknown-reference",
                      "shortDescription": {
                        "text": "Something refers to a record that does not exist."
                      },
                      "fullDescription": {
                        "text": "Something refers to a record that does not exist. Nothing can be shown in its place, so the build stops."
                      },
                      "help": {
                        "text": "brief explain fact.unknown-reference shows a wrong and a right example."
                      },
                      "defaultConfiguration": {
                        "level": "error"
                      }
                    }
                  ]
                }
              },
              "columnKind": "utf16CodeUnits",
              "originalUriBaseIds": {
                "%SRCROOT%": {
                  "description": {
                    "text": "The folder that the paths are relative to."
                  }
                }
              },
              "results": [
                {
                  "ruleId": "fact.no-archive",
                  "ruleIndex": 0,
                  "level": "note",
                  "message": {
                    "text": "m"
                  }
                },
                {
                  "ruleId": "fact.unknown-reference",
                  "ruleIndex": 1,
                  "level": "error",
                  "message": {
                    "text": "no `b`\nhere\nhelp: one"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "site/Content/%C3%A4%20b.yml",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 3,
                          "endLine": 1,
                          "endColumn": 4
                        }
                      },
                      "message": {
                        "text": "here"
                      }
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "site/Content/%C3%A4%20b.yml",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startLine": 1,
                          "startColumn": 6,
                          "endLine": 2,
                          "endColumn": 1
                        }
                      },
                      "message": {
                        "text": "there"
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """#)
  }

  /// A byte order mark is no character of the first line.
  @Test func sarifTellsWhatMayBeReplaced() {
    let wide = source("😀 ofer\n", path: "Content/a.md")
    let span = Sample.span(wide, "ofer")
    func log(_ wrong: String, _ right: String?) -> String {
      let found = Diagnostic(Sample.kind, "m", at: span, mending: Mending(span, wrong, by: right))
      return SARIFReporter(files: SourceFiles([wide]), rules: [], version: "1.2.3").report([found])
    }
    #expect(
      log("ofer", "offer").contains(
        #"""
                  "fixes": [
                    {
                      "description": {
                        "text": "Write `offer`"
                      },
                      "artifactChanges": [
                        {
                          "artifactLocation": {
                            "uri": "Content/a.md",
                            "uriBaseId": "%SRCROOT%"
                          },
                          "replacements": [
                            {
                              "deletedRegion": {
                                "startLine": 1,
                                "startColumn": 4,
                                "endLine": 1,
                                "endColumn": 8
                              },
                              "insertedContent": {
                                "text": "offer"
                              }
                            }
                          ]
                        }
                      ]
                    }
                  ]
        """#))
    // Nothing near is known, or the name is written otherwise there.
    for other in [log("ofer", nil), log("o\u{66}fer", "offer")] { #expect(!other.contains("fixes")) }
  }

  @Test func sarifCountsFromBehindTheByteOrderMark() {
    let marked = source("\u{FEFF}ab\n", path: "Content/a.md")
    let log = SARIFReporter(files: SourceFiles([marked]), rules: [], version: "1.2.3")
      .report([Diagnostic(Sample.kind, "m", at: Sample.span(marked, "b"))])
    #expect(log.contains("\"startColumn\": 2,"))
    #expect(log.contains("\"endColumn\": 3\n"))
    #expect(!log.contains("ruleIndex"))
  }

  @Test func explainsACode() {
    #expect(
      CatalogueReporter(width: 60).explanation(of: Sample.kind) == """
        error[fact.unknown-reference]

        Something refers to a record that does not exist. Nothing
        can be shown in its place, so the build stops.

        Wrong: Content/index.md

            [a group](claim:garantors)

        Right: Content/index.md

            [a group](claim:guarantors)

        Right: Content/facts/claims.yml

            guarantors:

              text: A group.

        """)
  }

  @Test func listsAllCodes() {
    #expect(
      CatalogueReporter(width: 40).listing(of: [Sample.kind, Sample.hint]) == """
        fact.no-archive (hint)
            M.
        fact.unknown-reference (error)
            Something refers to a record that
            does not exist.

        """)
  }
}

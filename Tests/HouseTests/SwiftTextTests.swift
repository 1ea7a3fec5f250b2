import Testing

@Suite struct SwiftTextTests {
  @Test(arguments: [
    ("a // try!\nb", "a        \nb"),
    ("a /* x /* y */ z */ b", "a                   b"),
    (#"f("as!") as!"#, #"f(     ) as!"#),
    (#"f("\"") g"#, #"f(    ) g"#),
    (##"f(#"" \"# ) g"##, ##"f(        ) g"##),
    (#"f("a \(g("b", (c))) d") e"#, #"f(     g(   , (c))    ) e"#),
    ("\"\"\"\n public \"\" x\n\"\"\" + y", "   \n            \n    + y"),
    ("#if x", "#if x"),
  ])
  func tellsCodeFromTheRest(text: String, code: String) {
    #expect(SwiftText.code(of: text) == code)
  }
}

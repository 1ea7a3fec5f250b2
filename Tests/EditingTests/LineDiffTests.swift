import Testing

@testable import Editing

/// What a dry run prints.
@Suite struct LineDiffTests {
  private func lines(_ numbers: ClosedRange<Int>, without gone: Set<Int> = [], adding: [Int: String] = [:]) -> [UInt8] {
    var text = ""
    for number in numbers {
      if !gone.contains(number) { text += "line \(number)\n" }
      if let more = adding[number] { text += more + "\n" }
    }
    return Array(text.utf8)
  }

  @Test func showsEachChangeWithItsSurroundings() {
    let diff = LineDiff.unified(lines(1...20), named: "a.yml", lines(1...20, without: [5], adding: [15: "new"]), named: "a.yml")
    #expect(
      diff == """
        --- a.yml
        +++ a.yml
        @@ -2,7 +2,6 @@
         line 2
         line 3
         line 4
        -line 5
         line 6
         line 7
         line 8
        @@ -13,6 +12,7 @@
         line 13
         line 14
         line 15
        +new
         line 16
         line 17
         line 18

        """)
  }

  @Test func nearChangesShareTheirSurroundings() {
    let diff = LineDiff.unified(lines(1...9), named: "a", lines(1...9, without: [2, 8]), named: "a")
    #expect(diff.matches(of: /@@ -/).count == 1)
    #expect(diff.contains("@@ -1,9 +1,7 @@\n"))
  }

  @Test(arguments: [
    ("", "one\n", "--- /dev/null\n+++ b\n@@ -0,0 +1 @@\n+one\n"), ("one\n", "one\n", "--- /dev/null\n+++ b\n"),
    ("one", "one\n", "--- /dev/null\n+++ b\n@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+one\n"),
  ])
  func filesMayBeNew(_ old: String, _ new: String, _ diff: String) {
    #expect(LineDiff.unified(Array(old.utf8), named: nil, Array(new.utf8), named: "b") == diff)
  }

  @Test func whatIsTheSameIsNothing() {
    #expect(LineDiff.unified(lines(1...3), named: "a", lines(1...3), named: "a") == "")
  }
}

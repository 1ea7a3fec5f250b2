import Diagnostics
import Workspace

/// Standard output is for results; standard error is for what is said about them.
enum Terminal {
  /// Writes a result.
  static func print(_ text: String) {
    Surroundings.write(text, to: 1)
  }

  /// Says something about the run.
  static func say(_ text: String) {
    Surroundings.write(text, to: 2)
  }

  /// Whether there is somebody to ask: both what is said and what is answered goes over a terminal.
  static var canAsk: Bool {
    Surroundings.isTerminal(0) && Surroundings.isTerminal(2)
  }

  /// Asks for a line; nil at the end of all input.
  static func ask(_ question: String) -> String? {
    say(question)
    guard let line = readLine() else { return nil }
    var answer = line[...].drop { $0 == " " || $0 == "\t" }
    while let last = answer.last, last == " " || last == "\t" { answer.removeLast() }
    return String(answer)
  }

  /// Colour only on a terminal, and not where `NO_COLOR` asks for none (no-color.org).
  static func paint(_ descriptor: Int32) -> Paint {
    let isUnwanted = Surroundings.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let isDumb = Surroundings.environment("TERM") == "dumb"
    return Surroundings.isTerminal(descriptor) && !isUnwanted && !isDumb ? .ansi : .none
  }
}

import Diagnostics
import Workspace

/// Standard output is for where the site is; standard error is for what is said of each build.
enum Terminal {
  static func print(_ text: String) {
    Surroundings.write(text, to: 1)
  }

  static func say(_ text: String) {
    Surroundings.write(text, to: 2)
  }

  /// Colour only on a terminal, and not where `NO_COLOR` asks for none (no-color.org).
  static var paint: Paint {
    let isUnwanted = Surroundings.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return Surroundings.isTerminal(2) && !isUnwanted && Surroundings.environment("TERM") != "dumb" ? .ansi : .none
  }
}

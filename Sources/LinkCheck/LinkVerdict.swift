/// How an address stood when it was asked for.
package enum LinkVerdict: Sendable, Hashable {
  /// It leads to something.
  case good
  /// It leads to something, and its server says that this stands elsewhere for good.
  case moved(to: String)
  /// Nothing is there. The text says how that is known, as it follows a colon.
  case dead(String)
  /// A program could not find out; a person with a browser may. The text says why.
  case unsure(String)
}

/// An address that was asked for, and what came of it.
package struct LinkResult: Sendable, Hashable {
  package let address: String
  package let verdict: LinkVerdict

  package init(address: String, verdict: LinkVerdict) {
    self.address = address
    self.verdict = verdict
  }
}

/// The first and the last day that an expression may mean. Nil is a bound that is open or unknown.
package struct DateBounds: Hashable, Sendable {
  package let earliest: CivilDay?
  package let latest: CivilDay?

  package init(earliest: CivilDay?, latest: CivilDay?) {
    self.earliest = earliest
    self.latest = latest
  }

  package var sortKey: DateSortKey { DateSortKey(lower: earliest ?? latest, upper: latest) }
}

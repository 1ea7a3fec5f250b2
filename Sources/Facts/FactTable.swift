/// The records of one kind, in the order of their files, found by id in one step.
package struct FactTable<Record: Fact>: Sendable, RandomAccessCollection {
  /// In the order of the files.
  package let records: [Record]
  private let places: [String: Int]

  /// The first of several records with one id counts.
  package init(_ records: [Record] = []) {
    var kept: [Record] = []
    var places: [String: Int] = [:]
    kept.reserveCapacity(records.count)
    for record in records where places[record.id] == nil {
      places[record.id] = kept.count
      kept.append(record)
    }
    self.records = kept
    self.places = places
  }

  /// - Parameter places: Where in `records` each id is, all of which are different.
  init(_ records: [Record], at places: [String: Int]) {
    self.records = records
    self.places = places
  }

  package var startIndex: Int { records.startIndex }
  package var endIndex: Int { records.endIndex }

  package subscript(position: Int) -> Record {
    records[position]
  }

  /// The array's own, which is known in every module, where the table's would ask for each record by a witness.
  package func makeIterator() -> IndexingIterator<[Record]> {
    records.makeIterator()
  }

  package subscript(id: String) -> Record? {
    guard let place = places[id] else { return nil }
    return records[place]
  }

  package subscript(reference: Reference<Record>) -> Record? {
    self[reference.id]
  }

  /// The record's place in the order of the files.
  package func place(of id: String) -> Int? {
    places[id]
  }

  /// The records' ids, in the same order.
  package var ids: [String] {
    records.indices.map { records[$0].head.id }
  }

  /// Whether there is a record of that id.
  package func has(_ id: String) -> Bool {
    places[id] != nil
  }
}

// What is asked for by the thousand, once more without type parameters: across modules these are not specialised.

extension FactTable where Record == Claim {
  package subscript(id: String) -> Claim? {
    guard let place = places[id] else { return nil }
    return records[place]
  }
}

extension FactTable where Record == Event {
  package subscript(id: String) -> Event? {
    guard let place = places[id] else { return nil }
    return records[place]
  }
}

extension FactTable where Record == Source {
  package subscript(id: String) -> Source? {
    guard let place = places[id] else { return nil }
    return records[place]
  }
}

extension FactTable where Record == Actor {
  package subscript(id: String) -> Actor? {
    guard let place = places[id] else { return nil }
    return records[place]
  }
}

/// The names, types and meanings of the fields of one kind of record: what a template may ask for.
package struct ViewShape: Sendable {
  package let name: String
  /// What such a record is, in one sentence.
  package let meaning: String
  package let fields: [ViewField]
  /// Where the fields stand: what the renderer looks names up in.
  package let slots: FieldSlots
  /// A number that two shapes share only if they declare the same.
  let fingerprint: UInt64

  package init(_ name: String, _ meaning: String, _ fields: [ViewField]) {
    self.name = name
    self.meaning = meaning
    self.fields = fields
    let keys = fields.map { NameKey($0.name) }
    slots = FieldSlots(keys)
    var digest = NameKey(name)
    for field in fields {
      digest.mix(NameKey(field.name).hash)
      digest.mix(field.type.fingerprint)
      digest.mix(field.isOptional ? 1 : 0)
    }
    fingerprint = digest.hash
    precondition(Set(keys).count == keys.count, "two fields of \(name) share a name")
  }

  /// The place of a field among `fields`; nil where there is none of that name.
  package func slot(of name: String) -> Int? {
    let slot = slots.slot(of: NameKey(name))
    return slot < 0 ? nil : slot
  }
}

/// One field of a shape.
package struct ViewField: Sendable {
  package let name: String
  package let type: ViewType
  package let isOptional: Bool
  /// What the field holds, in one sentence.
  package let meaning: String

  package init(_ name: String, _ type: ViewType, isOptional: Bool = false, _ meaning: String) {
    self.name = name
    self.type = type
    self.isOptional = isOptional
    self.meaning = meaning
  }
}

/// What a field holds; escaping goes by it.
package indirect enum ViewType: Sendable {
  case text, url, markup, json, flag
  /// A text out of a declared set: what a dynamic name `{{>*field}}` may stand on.
  case choice([String])
  case list(ViewType)
  case record(ViewShape)

  /// A number that two types share only if they are the same.
  var fingerprint: UInt64 {
    switch self {
    case .text: return 1
    case .url: return 2
    case .markup: return 3
    case .json: return 4
    case .flag: return 5
    case .choice(let values):
      var digest = NameKey("choice")
      for value in values { digest.mix(NameKey(value).hash) }
      return digest.hash
    case .list(let element):
      var digest = NameKey("list")
      digest.mix(element.fingerprint)
      return digest.hash
    case .record(let shape): return shape.fingerprint
    }
  }
}

/// A name as 64 bits (FNV-1a of its UTF-8): compared in one step, the same on every machine.
package struct NameKey: Hashable, Sendable {
  package private(set) var hash: UInt64

  package init(_ name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = hash
  }

  /// Takes another number into the hash.
  mutating func mix(_ value: UInt64) {
    var left = value
    for _ in 0..<8 {
      hash = (hash ^ (left & 0xFF)) &* 0x100_0000_01b3
      left >>= 8
    }
  }
}

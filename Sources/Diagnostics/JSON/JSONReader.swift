/// Reads JSON (RFC 8259, strict) into values with their places. Nothing recurses: values nest 64 deep at most.
package enum JSONReader {
  /// Reads a file as one value, or a part of it such as a script in a page; spans count from the start of the file either way.
  ///
  /// - Throws: At the first place that is no JSON. A name that stands twice in an object is none such: see `JSONNode.repeatedNames`.
  package static func read(_ file: SourceFile, range: Range<Int>? = nil) throws(JSONFault) -> JSONNode {
    try read(file.bytes, file: file.id, range: range)
  }

  /// Reads bytes as one value; spans count from their start.
  ///
  /// - Parameter repairsSurrogates: Whether a half of a surrogate pair that stands alone becomes U+FFFD; it is a fault otherwise.
  package static func read(
    _ bytes: [UInt8], file: FileID = FileID(0), range: Range<Int>? = nil, repairsSurrogates: Bool = false
  ) throws(JSONFault) -> JSONNode {
    var cursor = JSONCursor(bytes, range: range, repairsSurrogates: repairsSurrogates)
    var open: [Frame] = []
    var finished: JSONNode?
    while true {
      let (kind, start) = cursor.next()
      switch kind {
      case .object:
        try cursor.beginObject()
        open.append(Frame(start: start, isObject: true))
      case .list:
        try cursor.beginArray()
        open.append(Frame(start: start, isObject: false))
      case .text: finished = node(.text(try cursor.string()), start)
      case .number: finished = node(.number(try cursor.number()), start)
      case .flag: finished = node(.flag(try cursor.flag()), start)
      case .null:
        try cursor.null()
        finished = node(.null, start)
      }
      guard open.count <= JSONCursor.depthLimit else {
        throw JSONFault(offset: start, reason: "values nest more than \(JSONCursor.depthLimit) deep")
      }
      // To the place of the next value: past what is finished with it.
      while var frame = open.popLast() {
        if let value = finished { frame.add(value) }
        finished = nil
        if frame.isObject, let name = try cursor.nextName() {
          frame.name = name
          frame.nameSpan = SourceSpan(file: file, start: cursor.nameRange.lowerBound, end: cursor.nameRange.upperBound)
          open.append(frame)
          break
        }
        if !frame.isObject, try cursor.nextElement() {
          open.append(frame)
          break
        }
        finished = node(frame.value, frame.start)
      }
      if open.isEmpty, let finished {
        try cursor.end()
        return finished
      }
    }

    func node(_ value: JSONNode.Value, _ start: Int) -> JSONNode {
      JSONNode(value, span: SourceSpan(file: file, start: start, end: cursor.offset))
    }
  }

  /// An object or a list that is not closed yet.
  private struct Frame {
    let start: Int
    let isObject: Bool
    var name = ""
    var nameSpan = SourceSpan(file: FileID(0), start: 0, end: 0)
    private var nodes: [JSONNode] = []
    private var members: [JSONMember] = []

    init(start: Int, isObject: Bool) {
      self.start = start
      self.isObject = isObject
    }

    mutating func add(_ node: JSONNode) {
      if isObject { members.append(JSONMember(name: name, nameSpan: nameSpan, value: node)) } else { nodes.append(node) }
    }

    var value: JSONNode.Value {
      isObject ? .object(members) : .list(nodes)
    }
  }
}

/// What the operating system answered instead of doing what it was asked: an error number, and words for it.
struct DiskFault: Error, Hashable, Sendable {
  /// The value of `errno`.
  let code: Int32

  init(code: Int32) {
    self.code = code
  }
}

extension DiskFault {
  static let notFound = DiskFault(code: SystemCalls.notFoundCode)
  static let exists = DiskFault(code: SystemCalls.existsCode)
  static let notEmpty = DiskFault(code: SystemCalls.notEmptyCode)
  static let noSpace = DiskFault(code: SystemCalls.noSpaceCode)
  static let busy = DiskFault(code: SystemCalls.busyCode)

  /// What happened, in plain words, as it follows a colon.
  var reason: String {
    SystemCalls.words(for: code).reason
  }

  /// What to do about it, a sentence each.
  var help: [String] {
    SystemCalls.words(for: code).help
  }
}

/// Turns the strict reader's fault into the error that is reported.
enum EDTFRepair {
  static func error(for fault: EDTFFault, in bytes: [UInt8]) -> EDTFError {
    EDTFError(reason: fault.reason, range: fault.range, proposal: nil)
  }
}

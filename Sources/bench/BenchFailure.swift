/// Why a measurement could not be made, in words for people.
struct BenchFailure: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

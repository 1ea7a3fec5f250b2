/// How politely hosts are asked.
package struct LinkManners: Sendable {
  /// How many hosts are asked at the same time; one host is only ever asked one thing at a time.
  package var hosts = 8
  /// How long a host is left alone after each answer.
  package var spacing = Duration.seconds(1)
  /// How often an address is tried that may only be out of order for a moment.
  package var tries = 3
  /// How long the first pause before another try is; each further one is twice as long.
  package var backoff = Duration.seconds(2)
  /// The longest pause that a host may ask for by `Retry-After`; one that asks for more is asked again another day.
  package var patience = Duration.seconds(60)
  /// How many redirects are followed from one address.
  package var redirects = 5

  package init() {}
}

/// On which pages a part of the drawing shows: positions are per cent, so only what depends on the room for type comes twice.
enum StripClass: String, Sendable {
  case everywhere = ""
  /// From 61em on.
  case wide = "w"
  /// Below 61em.
  case narrow = "nw"
}

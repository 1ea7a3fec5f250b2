/// `Retry-After` of HTTP (RFC 9110, 10.2.3): a number of seconds, or a date, which counts from the date of the same answer.
enum RetryAfter {
  static func seconds(_ text: String, from date: String?) -> Int? {
    if let seconds = Int(text.filter { $0 != " " }) { return seconds >= 0 ? seconds : nil }
    guard let later = moment(text), let now = date.flatMap(moment) else { return nil }
    return max(0, later - now)
  }

  /// Seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  private static func moment(_ text: String) -> Int? {
    let parts = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]), (1...31).contains(day),
      (1970...9999).contains(year), let index = months.firstIndex(of: parts[2])
    else { return nil }
    let time = parts[4].split(separator: ":").map { Int($0) }
    guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2], (0...23).contains(hour),
      (0...59).contains(minute),
      (0...60).contains(second)
    else { return nil }
    let month = index + 1
    // Counted in years that begin in March, so that the leap day comes last.
    let marchYear = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    return days * 86_400 + hour * 3600 + minute * 60 + second
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

/// Compares the values of `x-sunset` of an operation or a parameter.
///
/// - Parameters:
///   - isDeprecated: Whether the new one is deprecated.
///   - add: Records a change with the old and the new date.
func compareSunset(_ old: String?, _ new: String?, isDeprecated: Bool, add: (Rule, String?, String?) -> Void) {
    if let new, sunsetDate(new) == nil, new != old { add(.sunsetInvalid, nil, new) }
    switch (old.flatMap(sunsetDate), new.flatMap(sunsetDate)) {
    case (nil, let date?): add(.sunsetAdded, nil, date)
    case (let date?, nil): if isDeprecated, new == nil { add(.sunsetRemoved, date, nil) }
    case (let one?, let other?) where one != other: add(other < one ? .sunsetEarlier : .sunsetLater, one, other)
    default: break
    }
}

/// How the removal of something was announced.
enum RemovalAnnouncement {
    case none
    /// It was deprecated, without a date.
    case deprecated
    /// It was deprecated with a date, which has passed or not.
    case announced(isDue: Bool)
}

extension Comparison {
    /// Returns how a removal was announced; a text that is no date announces nothing.
    func announcedRemoval(_ sunset: String?, isDeprecated: Bool) -> RemovalAnnouncement {
        guard isDeprecated else { return .none }
        guard let sunset else { return .deprecated }
        return sunsetDate(sunset).map { .announced(isDue: $0 <= options.today) } ?? .none
    }
}

/// Returns the date of `x-sunset` as `YYYY-MM-DD`; `nil` if the text starts with no date.
private func sunsetDate(_ text: String) -> String? {
    let date = text.prefix(10)
    let isDate =
        date.utf8.count == 10
        && date.utf8.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
        }
    guard isDate, text.count == 10 || ["T", "t", " "].contains(text.dropFirst(10).first) else { return nil }
    return ("01"..."12").contains(date.dropFirst(5).prefix(2)) && ("01"..."31").contains(date.suffix(2)) ? String(date) : nil
}

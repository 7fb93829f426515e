/// The media types that a caller accepts (RFC 9110, section 12.5.1).
public struct AcceptedMediaTypes: Sendable {
    private let ranges: [(range: MediaType, weight: Int)]

    /// Reads an `Accept` field. One that has nothing readable in it accepts everything.
    public init(_ field: String) {
        ranges = MediaType.split(field, at: UInt8(ascii: ",")).compactMap { text in
            guard let range = MediaType(text) else { return nil }
            return (range, range.parameter("q").map(Self.weight) ?? 1000)
        }
    }

    /// The media type that the caller wants most, the first of equals; `nil` where it wants none of them.
    public func best(of mediaTypes: [String]) -> String? {
        var best: (text: String, weight: Int)?
        for text in mediaTypes {
            guard let mediaType = MediaType(text) else { continue }
            let weight = weight(of: mediaType)
            if weight > (best?.weight ?? 0) { best = (text, weight) }
        }
        return best?.text
    }

    /// Returns an offered media type. For a range, it is the caller's preferred media type in it, or the default one.
    ///
    /// - Parameter documented: All media types of the response. Content of a range cannot be labeled as one of the others.
    package func concrete(_ offered: String, among documented: [String]) -> String {
        guard let range = MediaType(offered), range.isRange else { return offered }
        return best(in: range, besides: documented.compactMap { MediaType($0) }) ?? MediaType.label(for: offered)
    }

    /// The concrete media type in a range that the caller wants most.
    private func best(in range: MediaType, besides others: [MediaType]) -> String? {
        let concrete = ranges.filter { accepted in
            !accepted.range.isRange && range.covers(accepted.range) && accepted.weight > 0
                && !others.contains { $0.specificity > range.specificity && $0.covers(accepted.range) }
        }
        return concrete.max { $0.weight < $1.weight }.map { "\($0.range.type)/\($0.range.subtype)" }
    }

    private func weight(of mediaType: MediaType) -> Int {
        if ranges.isEmpty { return 1000 }
        // A documented range may turn out to be anything that the caller wants.
        let covering = ranges.filter { $0.range.covers(mediaType) || (mediaType.isRange && mediaType.covers($0.range)) }
        return covering.max { $0.range.specificity < $1.range.specificity }?.weight ?? 0
    }

    /// Returns a quality value in thousandths: 250 for `0.25`.
    package static func weight(_ text: String) -> Int {
        guard let value = Double(text), value.isFinite else { return 1000 }
        return Int((min(max(value, 0), 1) * 1000).rounded())
    }
}

/// The limits of a multipart body that a server reads part by part.
///
/// A body that is read as a whole is limited by ``Router/maximumBodyBytes``.
public struct MultipartLimits: Hashable, Sendable {
    /// The greatest number of parts.
    public var parts: Int
    /// The greatest number of bytes of the whole body.
    public var bytes: Int

    /// Creates limits; by default 10,000 parts and 1 GiB.
    public init(parts: Int = 10_000, bytes: Int = 1 << 30) {
        self.parts = parts
        self.bytes = bytes
    }
}

extension RequestFailure {
    static func tooManyParts(limit: Int) -> RequestFailure {
        RequestFailure(.bodyTooLarge, "the body has more than \(limit) parts")
    }
}

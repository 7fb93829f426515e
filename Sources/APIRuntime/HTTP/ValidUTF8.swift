extension String {
    /// Creates a string from bytes, or `nil` if they are not valid UTF-8.
    ///
    /// - Parameter bytes: The whole text.
    init?(validUTF8 bytes: [UInt8]) {
        if #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) {
            self.init(validating: bytes, as: UTF8.self)
        } else {
            // Invalid bytes become U+FFFD, which is written differently.
            self.init(decoding: bytes, as: UTF8.self)
            guard utf8.elementsEqual(bytes) else { return nil }
        }
    }
}

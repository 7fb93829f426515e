// What the adapter of AsyncHTTPClient uses of NIO's HTTP, for .ci/apple-floor. All of it is older than macOS 13.

public struct HTTPHeaders: Sendable, Sequence {
    public init() {}
    public func makeIterator() -> AnyIterator<(name: String, value: String)> { AnyIterator { nil } }
    public mutating func add(name: String, value: String) {}
    public func first(name: String) -> String? { nil }
    public subscript(name: String) -> [String] { [] }
    public subscript(canonicalForm name: String) -> [Substring] { [] }
}

public struct HTTPMethod: Sendable {
    public init(rawValue: String) {}
}

public struct HTTPResponseStatus: Sendable {
    public init() {}
    public var code: UInt { 0 }
    public var reasonPhrase: String { "" }
}

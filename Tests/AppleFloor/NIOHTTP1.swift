// What the adapters of Hummingbird and AsyncHTTPClient use of NIO's HTTP, for .ci/apple-floor. All of it is older than macOS 13.
public import NIOCore

public struct HTTPHeaders: Sendable, Sequence, ExpressibleByDictionaryLiteral {
    public init() {}
    public init(dictionaryLiteral elements: (String, String)...) {}
    public func makeIterator() -> AnyIterator<(name: String, value: String)> { AnyIterator { nil } }
    public mutating func add(name: String, value: String) {}
    public mutating func replaceOrAdd(name: String, value: String) {}
    public func contains(name: String) -> Bool { false }
    public func first(name: String) -> String? { nil }
    public subscript(name: String) -> [String] { [] }
    public subscript(canonicalForm name: String) -> [Substring] { [] }
}

public struct HTTPMethod: Sendable {
    public init(rawValue: String) {}
}

public struct HTTPResponseStatus: Sendable {
    public static var badRequest: HTTPResponseStatus { HTTPResponseStatus() }
    public static var expectationFailed: HTTPResponseStatus { HTTPResponseStatus() }
    public static var `continue`: HTTPResponseStatus { HTTPResponseStatus() }
    public init() {}
    public var code: UInt { 0 }
    public var reasonPhrase: String { "" }
}

public struct HTTPVersion: Sendable {
    public static var http1_1: HTTPVersion { HTTPVersion() }
    public var major: Int { 1 }
    public var minor: Int { 1 }
}

public struct HTTPRequestHead: Sendable {
    public var version: HTTPVersion { HTTPVersion() }
    public var headers: HTTPHeaders { HTTPHeaders() }
    public var isKeepAlive: Bool { true }
}

public struct HTTPResponseHead: Sendable {
    public init(version: HTTPVersion, status: HTTPResponseStatus, headers: HTTPHeaders = [:]) {}
    public var version = HTTPVersion()
    public var status = HTTPResponseStatus()
    public var headers = HTTPHeaders()
}

public enum HTTPServerRequestPart: Sendable {
    case head(HTTPRequestHead)
    case body(ByteBuffer)
    case end(HTTPHeaders?)
}

public enum HTTPServerResponsePart: Sendable {
    case head(HTTPResponseHead)
    case body(ByteBuffer)
    case end(HTTPHeaders?)
}

public struct HTTPRequestDecoder: ByteToMessageDecoder {}

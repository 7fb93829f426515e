// What the runtime and the URLSession adapter use of Foundation, for .ci/apple-floor, each with the version of macOS that Apple's documentation
// names where it is later than 10.15.

open class NSObject {
    public init() {}
    open func copy() -> Any { self }
}

public struct Data: Hashable, Codable, Sendable, Sequence {
    public init(_ bytes: some Sequence<UInt8>) {}
    public init(contentsOf url: URL) throws {}
    public func makeIterator() -> AnyIterator<UInt8> { AnyIterator { nil } }
}

public struct URL: Hashable, Codable, Sendable {
    public init?(string: String) {}
    public var absoluteString: String { "" }
    public init(fileURLWithPath path: String) {}
    public var path: String { "" }
    public var lastPathComponent: String { "" }
    public var pathExtension: String { "" }
    public func appendingPathComponent(_ component: String) -> URL { self }
}

public typealias uuid_t = (
    UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
)

public struct UUID: Hashable, Codable, Sendable {
    public init() {}
    public init(uuid: uuid_t) {}
    public var uuid: uuid_t { (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) }
    public var uuidString: String { "" }
}

public struct Date: Hashable, Codable, Sendable {
    public static let timeIntervalBetween1970AndReferenceDate = 978_307_200.0
    public init(timeIntervalSinceReferenceDate interval: Double) {}
    public var timeIntervalSinceReferenceDate: Double { 0 }
}

public struct Locale: Hashable, Sendable {}

public struct Decimal: Hashable, Codable, Sendable, CustomStringConvertible {
    public init?(string: String, locale: Locale? = nil) {}
    public var isFinite: Bool { true }
    public var description: String { "" }
}

public protocol LocalizedError: Error {
    var errorDescription: String? { get }
    var failureReason: String? { get }
    var recoverySuggestion: String? { get }
    var helpAnchor: String? { get }
}

extension LocalizedError {
    public var errorDescription: String? { nil }
    public var failureReason: String? { nil }
    public var recoverySuggestion: String? { nil }
    public var helpAnchor: String? { nil }
}

public struct CocoaError: Error {
    public enum Code: Sendable { case fileWriteUnknown }
    public init(_ code: Code) {}
}

public struct FileAttributeKey: Hashable, Sendable {
    public static let posixPermissions = FileAttributeKey()
    public static let size = FileAttributeKey()
    public static let type = FileAttributeKey()
}

public struct FileAttributeType: Hashable, Sendable {
    public static let typeRegular = FileAttributeType()
}

public final class FileManager: Sendable {
    public static let `default` = FileManager()
    public var temporaryDirectory: URL { fatalError() }
    public func removeItem(at url: URL) throws {}
    public func moveItem(at url: URL, to new: URL) throws {}
    public func subpathsOfDirectory(atPath path: String) throws -> [String] { [] }
    public func attributesOfItem(atPath path: String) throws -> [FileAttributeKey: Any] { [:] }
    public func createFile(atPath path: String, contents: Data?, attributes: [FileAttributeKey: Any]?) -> Bool { true }
}

public final class FileHandle {
    public init(forWritingTo url: URL) throws {}
    public func close() throws {}
    public func write(contentsOf data: Data) throws {}
}

public final class OperationQueue: Sendable {
    public init() {}
    public var maxConcurrentOperationCount: Int {
        get { 0 }
        set {}
    }
}

public struct URLRequest: Sendable {
    public init(url: URL) {}
    public var httpMethod: String?
    public mutating func addValue(_ value: String, forHTTPHeaderField field: String) {}
}

open class URLResponse: NSObject, @unchecked Sendable {}

public final class HTTPURLResponse: URLResponse, @unchecked Sendable {
    public var statusCode: Int { 0 }
    public var allHeaderFields: [AnyHashable: Any] { [:] }
}

public final class HTTPCookieStorage: Sendable {
    public enum AcceptPolicy: Sendable { case never }
}

public final class URLCredentialStorage: Sendable {}

public final class URLSessionConfiguration: NSObject, @unchecked Sendable {
    public static var ephemeral: URLSessionConfiguration { URLSessionConfiguration() }
    public var identifier: String?
    public var httpCookieStorage: HTTPCookieStorage?
    public var httpShouldSetCookies = true
    public var httpCookieAcceptPolicy = HTTPCookieStorage.AcceptPolicy.never
    public var urlCredentialStorage: URLCredentialStorage?
    public var timeoutIntervalForRequest = 0.0
}

open class URLSessionTask: NSObject, @unchecked Sendable {
    public var taskIdentifier: Int { 0 }
    public var response: URLResponse? { nil }
    @available(macOS 12, iOS 15, *)
    public var delegate: (any URLSessionTaskDelegate)? {
        get { nil }
        set {}
    }
    public func resume() {}
    public func suspend() {}
    public func cancel() {}
}

public final class URLSessionDataTask: URLSessionTask, @unchecked Sendable {}

public final class URLSessionDownloadTask: URLSessionTask, @unchecked Sendable {}

public protocol URLSessionDelegate: NSObject, Sendable {}
public protocol URLSessionTaskDelegate: URLSessionDelegate {
    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?)
}
public protocol URLSessionDataDelegate: URLSessionTaskDelegate {}
public protocol URLSessionDownloadDelegate: URLSessionTaskDelegate {
    func urlSession(_ session: URLSession, downloadTask task: URLSessionDownloadTask, didFinishDownloadingTo location: URL)
}

public final class URLSession: Sendable {
    public enum ResponseDisposition: Sendable { case allow }
    public init(configuration: URLSessionConfiguration, delegate: (any URLSessionDelegate)?, delegateQueue: OperationQueue?) {}
    public func finishTasksAndInvalidate() {}
    public func downloadTask(with request: URLRequest) -> URLSessionDownloadTask { fatalError() }
    public func dataTask(with request: URLRequest) -> URLSessionDataTask { fatalError() }
    public func uploadTask(with request: URLRequest, from data: Data) -> URLSessionTask { fatalError() }
    public func uploadTask(with request: URLRequest, fromFile file: URL) -> URLSessionTask { fatalError() }
}

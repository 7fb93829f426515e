// What the adapters of Hummingbird and AsyncHTTPClient use of NIO, for .ci/apple-floor. All of it is older than macOS 13.

public struct ByteBuffer: Sendable {
    public init(bytes: some Sequence<UInt8>) {}
    public var readableBytesView: ByteBufferView { ByteBufferView() }
}

public struct ByteBufferView: RandomAccessCollection, Sendable {
    public var startIndex: Int { 0 }
    public var endIndex: Int { 0 }
    public subscript(index: Int) -> UInt8 { 0 }
}

public struct TimeAmount: Sendable {
    public static func hours(_ amount: Int64) -> TimeAmount { TimeAmount() }
}

public protocol EventLoopGroup: Sendable {}

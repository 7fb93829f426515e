public import HTTPTypes

/// The response of a call that failed, whether the document describes it or not.
public final class FailedResponse: Sendable {
    /// The operation that was called.
    public let operationID: String
    /// The status, for example 404.
    public let status: Int
    /// The header fields, documented or not.
    public let headers: HTTPFields
    /// The body, as far as it was read: all of it for a documented failure, and at most 4 KiB for others.
    public let body: [UInt8]

    /// Creates the response of a failed call, for tests of code that handles one.
    public init(operationID: String, status: Int, headers: HTTPFields = HTTPFields(), body: [UInt8] = []) {
        self.operationID = operationID
        self.status = status
        self.headers = headers
        self.body = body
    }

    convenience init(_ operation: APIOperation, _ head: HTTPResponse, body: [UInt8] = []) {
        self.init(operationID: operation.id, status: head.status.code, headers: head.headerFields, body: body)
    }

    /// The identifier under which the service knows the request, from the usual header fields; `nil` where it sends none.
    public var requestID: String? { headers.requestID }
}

extension FailedResponse: CustomStringConvertible {
    /// Status, reason phrase and request identifier; nothing of the body.
    public var description: String {
        "status \(status) \(statusPhrase(status))" + (requestID.map { " (request \($0.shortened()))" } ?? "")
    }
}

extension HTTPFields {
    /// The identifier of the request in the first of the header fields that services commonly use.
    var requestID: String? {
        for name in Self.requestIDNames {
            if let value = self[name], !value.isEmpty { return value }
        }
        return nil
    }

    private static let requestIDNames = [
        "X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId", "X-Amz-Request-Id", "X-GitHub-Request-Id",
        "X-Ms-Request-Id", "X-Trace-Id", "CF-Ray",
    ].compactMap { HTTPField.Name($0) }
}

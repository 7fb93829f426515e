/// The error of an operation: its documented failures, and everything else as ``failed(_:)``.
///
/// What all errors have in common lets one function handle those of all operations:
///
///     func needsSignIn(_ error: some OperationError) -> Bool { error.status == 401 }
public protocol OperationError: DescribedError, CustomStringConvertible {
    /// The call failed, or its response is not documented.
    static func failed(_ error: CallError) -> Self
    /// The failure in the form that the errors of all operations have in common.
    var callError: CallError { get }
}

extension OperationError {
    /// The operation that was called.
    public var operationID: String { callError.operationID }
    /// The response with status, header fields and, where it was read, the body; `nil` if none has come.
    public var response: FailedResponse? { callError.response }
    /// The status of the response; `nil` if none has come.
    public var status: Int? { response?.status }
    /// The identifier under which the service knows the request; `nil` where it sent none.
    public var requestID: String? { response?.requestID }
    /// What happened, in one sentence without credentials.
    public var description: String { callError.description }
    /// What happened, in one sentence without credentials.
    public var localizedDescription: String { description }
}

/// The error of an operation without documented failures.
extension CallError: OperationError {
    public static func failed(_ error: CallError) -> CallError { error }
    public var callError: CallError { self }
}

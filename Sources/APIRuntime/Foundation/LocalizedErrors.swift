#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

// `localizedDescription` of an `any Error` says what the error's own description says.

/// What an OperationError is besides: Foundation's `LocalizedError`, where the trait `Foundation` is enabled.
public typealias DescribedError = LocalizedError

// All requirements are here, as code that conforms to the protocol need not import Foundation, whose own defaults it does not see then.
extension OperationError {
    /// What happened, in one sentence without credentials.
    public var errorDescription: String? { description }
    /// Nothing besides the description.
    public var failureReason: String? { nil }
    /// Nothing besides the description.
    public var recoverySuggestion: String? { nil }
    /// Nothing besides the description.
    public var helpAnchor: String? { nil }
}

extension FileError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension HTTPBodyError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension JSONError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension MultipartError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension PageError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension RequestFailure: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension TimeoutError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension TokenError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

extension WebhookSecretError: LocalizedError {
    /// What happened, in one sentence.
    public var errorDescription: String? { description }
}

#else
/// What an ``OperationError`` is besides: Foundation's `LocalizedError`, where the trait `Foundation` is enabled.
public typealias DescribedError = Error
#endif

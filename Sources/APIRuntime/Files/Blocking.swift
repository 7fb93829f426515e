#if canImport(Dispatch)
private import Dispatch
#endif

/// Runs a function that blocks, such as one that reads a file, so that no thread of Swift's concurrency waits for it.
func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    #if canImport(Dispatch)
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
    #else
    try body()
    #endif
}

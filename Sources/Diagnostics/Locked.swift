#if canImport(Darwin)
private import os
#else
private import Synchronization
#endif

/// A value that one thread at a time can access.
package final class Locked<Value: Sendable>: Sendable {
    #if canImport(Darwin)
    // Synchronization needs macOS 15.
    private let lock: OSAllocatedUnfairLock<Value>
    #else
    private let lock: Mutex<Value>
    #endif

    package init(_ value: Value) {
        #if canImport(Darwin)
        lock = OSAllocatedUnfairLock(uncheckedState: value)
        #else
        lock = Mutex(value)
        #endif
    }

    /// Returns what `body` returns, which is called while no other thread can access the value.
    ///
    /// - Parameter body: A closure that can change the value. It must not use this lock again.
    package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        #if canImport(Darwin)
        lock.withLockUnchecked(body)
        #else
        lock.withLock { value in
            nonisolated(unsafe) let result = body(&value)
            return result
        }
        #endif
    }
}

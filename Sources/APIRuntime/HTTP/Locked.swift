#if canImport(Darwin)
private import Darwin
#elseif canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Android)
private import Android
#elseif canImport(WASILibc)
private import WASILibc
#elseif canImport(ucrt)
private import WinSDK
#endif

/// A value that one thread at a time can access, for transports and middlewares with mutable state.
///
/// It replaces `Mutex` of the Synchronization module, which needs macOS 15 and iOS 18.
public final class Locked<Value>: @unchecked Sendable {
    private var value: Value
    private let lock = PlatformLock()

    /// - Parameter value: The initial value.
    public init(_ value: sending Value) {
        self.value = value
    }

    /// Calls a closure while no other thread can access the value, and returns its result.
    ///
    /// - Parameter body: A closure that can change the value. It must not use this lock again.
    public func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        lock.acquire()
        defer { lock.release() }
        return try body(&value)
    }
}

#if canImport(ucrt)
private struct PlatformLock: ~Copyable {
    private let lock = UnsafeMutablePointer<SRWLOCK>.allocate(capacity: 1)

    init() { InitializeSRWLock(lock) }
    deinit { lock.deallocate() }
    func acquire() { AcquireSRWLockExclusive(lock) }
    func release() { ReleaseSRWLockExclusive(lock) }
}
#elseif canImport(WASILibc)
/// WebAssembly has one thread.
private struct PlatformLock: ~Copyable {
    func acquire() {}
    func release() {}
}
#else
private struct PlatformLock: ~Copyable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() {
        let attributes: UnsafePointer<pthread_mutexattr_t>? = nil
        pthread_mutex_init(lock, attributes)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    func acquire() { pthread_mutex_lock(lock) }
    func release() { pthread_mutex_unlock(lock) }
}
#endif

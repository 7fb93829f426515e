// What the runtime uses of Darwin, for .ci/apple-floor. All of it is older than macOS 10.15.

public struct timespec {
    public var tv_sec = 0
    public var tv_nsec = 0
    public init() {}
}
public let CLOCK_REALTIME: Int32 = 0
@discardableResult public func clock_gettime(_ clock: Int32, _ time: UnsafeMutablePointer<timespec>) -> Int32 { 0 }

public struct pthread_mutex_t {}
public struct pthread_mutexattr_t {}
public struct pthread_t {}
@discardableResult public func pthread_mutex_init(
    _ mutex: UnsafeMutablePointer<pthread_mutex_t>, _ attributes: UnsafePointer<pthread_mutexattr_t>?
) -> Int32 { 0 }
@discardableResult public func pthread_mutex_destroy(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) -> Int32 { 0 }
@discardableResult public func pthread_mutex_lock(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) -> Int32 { 0 }
@discardableResult public func pthread_mutex_unlock(_ mutex: UnsafeMutablePointer<pthread_mutex_t>) -> Int32 { 0 }
public func pthread_self() -> pthread_t { pthread_t() }
public func pthread_get_stackaddr_np(_ thread: pthread_t) -> UnsafeMutableRawPointer? { nil }
public func pthread_get_stacksize_np(_ thread: pthread_t) -> Int { 0 }

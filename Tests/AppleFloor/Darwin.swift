// What the runtime uses of Darwin, for .ci/apple-floor. All of it is older than macOS 10.15.

public struct timespec {
    public var tv_sec = 0
    public var tv_nsec = 0
    public init() {}
}
public let CLOCK_REALTIME: Int32 = 0
@discardableResult public func clock_gettime(_ clock: Int32, _ time: UnsafeMutablePointer<timespec>) -> Int32 { 0 }

public struct stat {
    public var st_mode: UInt16 = 0
    public var st_size: Int64 = 0
    public init() {}
}
public let S_IFMT: UInt16 = 0
public let S_IFREG: UInt16 = 0
public let O_RDONLY: Int32 = 0
public let O_WRONLY: Int32 = 0
public let O_CREAT: Int32 = 0
public let O_EXCL: Int32 = 0
public let O_CLOEXEC: Int32 = 0
public let EINTR: Int32 = 0
public var errno: Int32 { 0 }
public func open(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 { 0 }
public func open(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: UInt16) -> Int32 { 0 }
public func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { 0 }
public func write(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { 0 }
@discardableResult public func close(_ descriptor: Int32) -> Int32 { 0 }
public func fstat(_ descriptor: Int32, _ status: UnsafeMutablePointer<stat>) -> Int32 { 0 }
public func rename(_ path: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 { 0 }
@discardableResult public func unlink(_ path: UnsafePointer<CChar>) -> Int32 { 0 }
public func strerror(_ code: Int32) -> UnsafeMutablePointer<CChar> { fatalError() }

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

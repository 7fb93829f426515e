#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Android)
internal import Android
#endif

/// The lower end of the calling thread's stack; nil where the platform does not say.
func lowestStackAddress() -> UInt? {
    #if canImport(Darwin)
    let thread = pthread_self()
    return UInt(bitPattern: pthread_get_stackaddr_np(thread)) - UInt(pthread_get_stacksize_np(thread))
    #elseif canImport(Glibc) || canImport(Musl) || canImport(Android)
    var attributes = pthread_attr_t()
    guard threadAttributes(pthread_self(), &attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    var address: UnsafeMutableRawPointer?
    var size = 0
    guard pthread_attr_getstack(&attributes, &address, &size) == 0 else { return nil }
    return address.map { UInt(bitPattern: $0) }
    #else
    return nil
    #endif
}

#if canImport(Glibc) || canImport(Musl) || canImport(Android)
/// The C library has it, but shows it only to sources that ask for its extensions, which Swift's cannot.
@_silgen_name("pthread_getattr_np")
private func threadAttributes(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> CInt
#endif

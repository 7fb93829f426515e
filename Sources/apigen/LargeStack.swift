#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Runs work on a thread with room for documents that nest deeply, and waits for its end.
func onLargeStack(_ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 256 << 20)
    let box = Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(&thread, &attributes, { Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run(); return nil }, box.toOpaque())
    if status == 0, let thread { pthread_join(thread, nil) }
    #else
    var thread = pthread_t()
    let status = pthread_create(
        &thread, &attributes,
        { pointer in
            if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
    if status == 0 { pthread_join(thread, nil) }
    #endif
    pthread_attr_destroy(&attributes)
    guard status != 0 else { return }
    box.release()
    work()
}

private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

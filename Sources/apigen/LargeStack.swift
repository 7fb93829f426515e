#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Runs work on a thread with a stack for deeply nested documents, and waits until it is done.
func onLargeStack(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    // pthread_attr_t has no initializer that can be used here: its C module is the one that was imported first.
    let isDone = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
        attributes.baseAddress.map { run(box, on: $0) } ?? false
    }
    guard !isDone else { return }
    box.release()
    work()
}

/// Runs the work on a new thread. Returns whether the thread was created.
private func run(_ box: Unmanaged<Work>, on attributes: UnsafeMutablePointer<pthread_attr_t>) -> Bool {
    pthread_attr_init(attributes)
    defer { pthread_attr_destroy(attributes) }
    pthread_attr_setstacksize(attributes, 256 << 20)
    #if canImport(Darwin)
    var thread: pthread_t?
    let status = pthread_create(
        &thread, attributes,
        {
            Unmanaged<Work>.fromOpaque($0).takeRetainedValue().run(); return nil
        }, box.toOpaque())
    if status == 0, let thread { pthread_join(thread, nil) }
    #else
    var thread = pthread_t()
    let status = pthread_create(
        &thread, attributes,
        { pointer in
            if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
    if status == 0 { pthread_join(thread, nil) }
    #endif
    return status == 0
}

private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Runs work on a thread with a stack for deeply nested documents, and waits until it is done.
package func onLargeStack(_ work: @escaping @Sendable () -> Void) {
    if let thread = Thread(work) { thread.join() } else { work() }
}

/// Calls a function for each number below a count, on all cores, and waits until all calls have returned.
///
/// - Parameter work: A closure that several threads call at once, each with a stack for deeply nested documents.
package func inParallel(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let next = Locked(0)
    let workOff: @Sendable () -> Void = {
        while true {
            let index = next.withLock { number in
                number += 1
                return number - 1
            }
            guard index < count else { return }
            work(index)
        }
    }
    let threads = (1..<max(1, min(count, coreCount))).compactMap { _ in Thread(workOff) }
    workOff()
    for thread in threads { thread.join() }
}

private let coreCount = sysconf(Int32(_SC_NPROCESSORS_ONLN))

/// A thread with a stack for deeply nested documents.
private struct Thread {
    private let thread: pthread_t

    /// Starts the work on a new thread; nil if there is none to be had.
    init?(_ work: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Work(work))
        // pthread_attr_t has no initializer that can be used here: its C module is the one that was imported first.
        let thread = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) { attributes in
            attributes.baseAddress.flatMap { start(box, on: $0) }
        }
        guard let thread else {
            box.release()
            return nil
        }
        self.thread = thread
    }

    func join() {
        pthread_join(thread, nil)
    }
}

private func start(_ box: Unmanaged<Work>, on attributes: UnsafeMutablePointer<pthread_attr_t>) -> pthread_t? {
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
    #else
    var thread = pthread_t()
    let status = pthread_create(
        &thread, attributes,
        { pointer in
            if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
            return nil
        }, box.toOpaque())
    #endif
    return status == 0 ? thread : nil
}

private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

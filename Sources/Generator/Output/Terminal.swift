#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Whether standard error is a terminal whose user has nothing against colours; https://no-color.org.
package func isErrorColoured() -> Bool {
    guard isatty(STDERR_FILENO) == 1 else { return false }
    return (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
}

private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

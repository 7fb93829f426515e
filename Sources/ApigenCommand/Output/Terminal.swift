#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Whether a person sees standard error on a terminal.
package func errorIsTerminal() -> Bool {
    isatty(STDERR_FILENO) == 1
}

/// Whether standard error is a terminal whose user has nothing against colours; https://no-color.org.
package func isErrorColoured() -> Bool {
    guard errorIsTerminal() else { return false }
    return (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
}

private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

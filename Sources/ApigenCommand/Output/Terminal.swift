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

/// Whether standard error is a terminal whose user allows colors; https://no-color.org.
package func isErrorColored() -> Bool {
    errorIsTerminal() && allowsColors()
}

/// Whether standard output is a terminal whose user has nothing against colors.
package func isOutputColored() -> Bool {
    isatty(STDOUT_FILENO) == 1 && allowsColors()
}

private func allowsColors() -> Bool {
    (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
}

/// The value of an environment variable; `nil` if there is none.
package func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

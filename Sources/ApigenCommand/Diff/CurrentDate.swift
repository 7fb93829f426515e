#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The current date as `YYYY-MM-DD`, in UTC.
package func currentDate() -> String {
    var now = time(nil)
    var parts = tm()
    guard gmtime_r(&now, &parts) != nil else { return "9999-12-31" }
    let fields = [(Int(parts.tm_year) + 1900, 4), (Int(parts.tm_mon) + 1, 2), (Int(parts.tm_mday), 2)]
    return fields.map { value, width in
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }.joined(separator: "-")
}

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes a file whole or not at all, with the folders that it stands in.
package func writeFile(_ bytes: [UInt8], to target: String) throws(OutputFailure) {
    try makeFolders(above: target)
    // The name is the process's own, so that two runs at once do not write into each other's half.
    let temporary = target + ".apigen-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw OutputFailure("cannot write '\(target)': \(lastError())") }
    let isWritten = writeAll(bytes, to: descriptor)
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, rename(temporary, target) == 0 else {
        let reason = lastError()
        unlink(temporary)
        throw OutputFailure("cannot write '\(target)': \(reason)")
    }
}

/// Writes to standard error.
package func printError(_ text: String) {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
}

package func removeFile(_ path: String) {
    unlink(path)
}

private func makeFolders(above target: String) throws(OutputFailure) {
    var place = target.hasPrefix("/") ? "/" : ""
    for component in target.split(separator: "/").dropLast() {
        place += place.isEmpty || place == "/" ? String(component) : "/" + component
        if mkdir(place, 0o755) != 0, errno != EEXIST { throw OutputFailure("cannot make '\(place)': \(lastError())") }
    }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
        let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 { return false }
        start += count
    }
    return true
}

private func lastError() -> String {
    String(cString: strerror(errno))
}

/// Why an output folder cannot be used.
package struct OutputFailure: Error {
    package let text: String

    init(_ text: String) {
        self.text = text
    }
}

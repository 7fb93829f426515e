#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes a file whole or not at all, and creates its folders.
package func writeFile(_ bytes: [UInt8], to target: String) throws(OutputFailure) {
    _ = try makeFolders(above: target)
    let temporary = temporaryPath(for: target)
    // A run that was killed may have left one behind.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
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

/// Writes to standard output at once. If that fails, the process ends with status 2, because who reads the output must not rely on it.
package func printOutput(_ text: String) {
    if writeAll(Array(text.utf8), to: STDOUT_FILENO) { return }
    printError("error: cannot write to standard output: \(lastError())\n")
    exit(2)
}

/// Does nothing for a while.
package func pause(milliseconds: UInt32) {
    usleep(milliseconds * 1_000)
}

/// Removes a file, and the folders between it and another that are empty without it.
///
/// - Parameter path: relative to the folder, which stays.
package func removeFile(_ path: String, in folder: String) throws(OutputFailure) {
    guard unlink(folder + "/" + path) == 0 || errno == ENOENT else {
        throw OutputFailure("cannot remove '\(folder)/\(path)': \(lastError())")
    }
    var components = path.split(separator: "/").dropLast()
    while !components.isEmpty, rmdir(folder + "/" + components.joined(separator: "/")) == 0 {
        components.removeLast()
    }
}

/// Checks before any file is written that a path is writable, by the nearest folder that exists.
func checkWritable(_ path: String) throws(OutputFailure) {
    var folder = parent(of: path)
    while kind(of: folder) == nil, folder != ".", folder != "/" { folder = parent(of: folder) }
    guard access(folder, W_OK | X_OK) == 0 else { throw OutputFailure("cannot write in '\(folder)': \(lastError())") }
}

private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Hidden, in the same folder, and the process's own.
private func temporaryPath(for target: String) -> String {
    let name = target.split(separator: "/").last ?? ""
    return "\(parent(of: target))/.\(name)\(temporaryMark)\(getpid())"
}

private let temporaryMark = ".apigen-"

/// Removes what runs that were killed have left half-written in a folder. No other run may be writing there.
func removeTemporaryFiles(in folder: String) {
    for name in namesInFolder(folder) where name.hasPrefix(".") {
        guard let mark = name.firstRange(of: temporaryMark), !name[mark.upperBound...].isEmpty,
            name[mark.upperBound...].allSatisfy({ "0"..."9" ~= $0 })
        else { continue }
        unlink(folder + "/" + name)
    }
}

/// Creates the folders that a path needs.
///
/// - Returns: The new ones, outermost first.
func makeFolders(above target: String) throws(OutputFailure) -> [String] {
    var created: [String] = []
    var place = target.hasPrefix("/") ? "/" : ""
    for component in target.split(separator: "/").dropLast() {
        place += place.isEmpty || place == "/" ? String(component) : "/" + component
        if mkdir(place, 0o755) == 0 {
            created.append(place)
        } else if kind(of: place) != .folder {
            throw OutputFailure("cannot create '\(place)': \(lastError())")
        }
    }
    return created
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
        let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno != EINTR { return false }
        start += max(count, 0)
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

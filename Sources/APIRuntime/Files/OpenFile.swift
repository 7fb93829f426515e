#if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android)
#if canImport(Darwin)
private import Darwin
#elseif canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#else
private import Android
#endif

/// A file that is read or written in pieces, off the threads of Swift's concurrency, because such calls block.
///
/// One piece at a time is read or written.
final class OpenFile: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Opens a file to read it.
    init(reading path: String) throws(FileError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileError(path, errno) }
    }

    /// Creates a file that does not exist.
    init(creating path: String) throws(FileError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw FileError(path, errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The number of bytes; `nil` if the file is not a regular one, such as a folder or a pipe.
    func length() throws(FileError) -> Int? {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path, errno) }
        return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    /// Returns the next bytes; none at the end.
    func read(upTo count: Int) async throws -> [UInt8] {
        try await blocking { [path, descriptor] in
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
                let result = Self.repeating { systemRead(descriptor, buffer.baseAddress, buffer.count) }
                length = max(0, result)
                if result < 0 { failure = errno }
            }
            if failure != 0 { throw FileError(path, failure) }
            return bytes
        }
    }

    func write(_ bytes: [UInt8]) async throws {
        try await blocking { [path, descriptor] in
            try bytes.withUnsafeBytes { buffer in
                var done = 0
                while done < buffer.count {
                    let result = Self.repeating {
                        systemWrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                    }
                    guard result > 0 else { throw FileError(path, errno) }
                    done += result
                }
            }
        }
    }

    /// Gives a file another name, and replaces the one that has it.
    static func rename(_ path: String, to new: String) throws(FileError) {
        if systemRename(path, new) != 0 { throw FileError(new, errno) }
    }

    static func remove(_ path: String) {
        unlink(path)
    }

    /// A signal interrupts a call without a result.
    private static func repeating(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

// The methods of the class hide the functions of the same names.

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}

private func systemRename(_ path: String, _ new: String) -> Int32 {
    rename(path, new)
}

/// A file that could not be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path of the file.
    public let path: String
    /// The system's error number; 0 if what is at the path is not a regular file, or has become shorter.
    public let code: Int32

    init(_ path: String, _ code: Int32) {
        self.path = path
        self.code = code
    }

    public var description: String {
        "'\(path)': " + (code == 0 ? "not a regular file of the expected length" : String(cString: strerror(code)))
    }
}
#endif

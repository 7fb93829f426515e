#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

package enum FileKind: String, Sendable {
    case file, folder, other
}

/// The kind of file at a path; nil if there is none.
package func kind(of path: String, followingLinks: Bool = true) -> FileKind? {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// The bytes of a file, or nil when it cannot be read.
///
/// - Parameter limit: the most bytes that are read; a longer file counts as unreadable.
package func readFile(_ path: String, limit: Int = 1 << 30) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    guard size <= limit else { return nil }
    var isRead = true
    var bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
            let step = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
            if step < 0 { isRead = false }
            if step <= 0 { return }
            count += step
        }
    }
    // Pipes have no size, and files may grow.
    var chunk = [UInt8](repeating: 0, count: 1 << 12)
    while isRead {
        let count = read(descriptor, &chunk, chunk.count)
        if count == 0 { return bytes }
        guard count > 0, bytes.count + count <= limit else { return nil }
        bytes.append(contentsOf: chunk[..<count])
    }
    return nil
}

/// Whether a file can be read and holds certain bytes.
func hasBytes(_ bytes: [UInt8], at path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, Int(status.st_size) == bytes.count else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
        var place = 0
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            guard count > 0, place + count <= bytes.count, let start = buffer.baseAddress else {
                return count == 0 && place == bytes.count
            }
            let isSame = bytes.withUnsafeBytes { $0.baseAddress.map { memcmp($0 + place, start, count) == 0 } ?? false }
            guard isSame else { return false }
            place += count
        }
    }
}

/// The names in a folder, sorted; empty when it cannot be read.
package func namesInFolder(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// The regular files below a folder, as paths relative to it, sorted; hidden ones are left out, links to folders too.
package func filesBelow(_ folder: String) -> [String] {
    var files: [String] = []
    var open = [""]
    while let relative = open.popLast() {
        for name in namesInFolder(folder + "/" + relative) where !name.hasPrefix(".") {
            let path = relative.isEmpty ? name : relative + "/" + name
            if kind(of: folder + "/" + path) == .file {
                files.append(path)
            } else if kind(of: folder + "/" + path, followingLinks: false) == .folder {
                open.append(path)
            }
        }
    }
    return files.sorted()
}

/// The properties of a file that change when it is written.
package struct FileStamp: Hashable, Sendable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int64
    private let inode: UInt64

    fileprivate init(_ status: stat) {
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        seconds = Int(time.tv_sec)
        nanoseconds = Int(time.tv_nsec)
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
    }
}

/// The stamp of the file at a path; nil if there is none.
package func stamp(of path: String) -> FileStamp? {
    var status = stat()
    return stat(path, &status) == 0 ? FileStamp(status) : nil
}

/// Whether two paths refer to the same file.
package func isSameFile(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(one, &first) == 0, stat(other, &second) == 0 else { return one == other }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
}

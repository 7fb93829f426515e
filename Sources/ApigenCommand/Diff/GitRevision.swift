package import OpenAPI

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A file of a git revision, written as `git:REF:PATH`.
package struct GitRevision: Hashable, Sendable {
    /// A branch, tag or commit.
    package let reference: String
    /// The path relative to the current folder.
    package let path: String

    /// - Returns: `nil` where the text is no such file. A reference that starts with a dash would be an option of git.
    package init?(_ text: String) {
        guard text.hasPrefix("git:") else { return nil }
        let parts = text.dropFirst(4).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !parts[0].hasPrefix("-"), !text.utf8.contains(0) else {
            return nil
        }
        reference = String(parts[0])
        path = String(parts[1])
    }

    /// The file as it is written.
    package var text: String { "git:\(reference):\(path)" }

    /// The file with a path that is relative to a folder.
    func below(_ folder: String) -> GitRevision {
        GitRevision(reference: reference, path: folder + path)
    }

    private init(reference: String, path: String) {
        self.reference = reference
        self.path = path
    }

    /// Reads the file, or another file relative to its folder.
    package func read(_ relative: String? = nil) -> Result<[UInt8], LoadFailure> {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        // Git takes no absolute path, but runs in an absolute folder.
        let isAbsolute = folder.hasPrefix("/")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let file = isAbsolute ? relative ?? name : folder + (relative ?? name)
        guard !file.hasPrefix("/"), !file.utf8.contains(0) else { return .failure(.outside) }
        // Without "./" git would take the path from the top of the repository.
        let arguments = (isAbsolute ? ["git", "-C", folder] : ["git"]) + ["cat-file", "blob", "\(reference):./\(file)"]
        return run(arguments, limit: 100 << 20)
    }
}

/// Returns what a command writes to standard output, without a shell.
private func run(_ arguments: [String], limit: Int) -> Result<[UInt8], LoadFailure> {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return .failure(.unreadable("no pipe can be made")) }
    let process = start(arguments, output: ends[1], closing: ends[0])
    close(ends[1])
    defer { close(ends[0]) }
    guard let process else { return .failure(.unreadable("git cannot be run")) }
    let bytes = contents(of: ends[0], limit: limit)
    if bytes == nil { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard let bytes else { return .failure(.unreadable("it has more than \(limit >> 20) MB")) }
    return status == 0 ? .success(bytes) : .failure(.missing)
}

/// Starts a program that is found in the search path, with standard output at a descriptor and nothing to read.
private func start(_ arguments: [String], output: Int32, closing other: Int32) -> pid_t? {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, other)
    let copies = arguments.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    var process = pid_t()
    let status = posix_spawnp(&process, arguments[0], &actions, nil, copies + [nil], environ)
    return status == 0 ? process : nil
}

/// Reads a descriptor to its end; `nil` if there is more than the limit.
private func contents(of descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return bytes }
        guard bytes.count + count <= limit else { return nil }
        bytes += chunk[..<count]
    }
}

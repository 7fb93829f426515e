#if StatusService
internal import Foundation

/// The file of a database, which holds the key of its tokens: only its owner may read it.
struct DatabaseFile: Sendable {
    private let path: String
    private let identity: Identity?

    /// What a file keeps when it is renamed, and another one in its place does not have.
    private struct Identity: Equatable, Sendable {
        let device: UInt64
        let number: UInt64

        init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: status.st_dev)
            number = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }

    /// Creates the file if there is none, before SQLite would do so with the permissions of any file. If that fails, SQLite says why.
    ///
    /// An existing file is not opened: to close it would release the locks that SQLite has on it in this process.
    static func create(path: String) {
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    /// The file of a database that has been opened. Access of others than its owner is taken from it.
    init(path: String) {
        self.path = path
        identity = Identity(of: path)
        restrictAccess()
    }

    /// SQLite gives its files beside the database the same permissions.
    private func restrictAccess() {
        for file in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            if stat(file, &status) == 0, status.st_mode & 0o077 != 0 { _ = chmod(file, status.st_mode & 0o700) }
        }
    }

    /// Why the open database is not the one at its path any more; `nil` if it is.
    var problem: String? {
        guard let present = Identity(of: path) else { return "the database file was removed; restart the service" }
        return present == identity ? nil : "the database file was replaced; restart the service"
    }
}
#endif

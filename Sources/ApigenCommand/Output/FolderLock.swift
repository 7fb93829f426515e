#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension OutputFolder {
    /// Calls a function while no other run of apigen writes to the folder, so that the files of one run are never mixed with another's.
    ///
    /// The folder itself is locked. The system releases the lock when the process ends in any way, and no file is left behind.
    ///
    /// - Parameters:
    ///   - isWriting: Whether the function writes; the folder is then created.
    ///   - onWait: Called before waiting for another run.
    package func locked<Result>(
        isWriting: Bool, onWait: () -> Void, _ body: () throws(OutputFailure) -> Result
    ) throws(OutputFailure) -> Result {
        var created: [String] = []
        if isWriting, kind(of: path) == nil { created = try makeFolders(above: path + "/.apigen") }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Where the folder does not exist or cannot be opened, there is nothing to mix.
        defer { if descriptor >= 0 { close(descriptor) } }
        // Some network file systems have no locks; two runs at once are rare there too.
        let kind = isWriting ? LOCK_EX : LOCK_SH
        if descriptor >= 0, flock(descriptor, kind | LOCK_NB) != 0, errno == EWOULDBLOCK {
            onWait()
            while flock(descriptor, kind) != 0, errno == EINTR {}
        }
        do throws(OutputFailure) {
            return try body()
        } catch {
            // Nothing stays of a run that was refused.
            for folder in created.reversed() { rmdir(folder) }
            throw error
        }
    }
}

import ApigenCommand
import Diagnostics
import OpenAPI

/// The files that a run read or looked for, as they were just before.
final class InputFiles: Sendable {
    private let stamps = Locked<[String: FileStamp?]>([:])

    /// Remembers a file or folder that is about to be read.
    func note(_ path: String) {
        let stamp = stamp(of: path)
        stamps.withLock { $0[path, default: stamp] = stamp }
    }

    /// A loader that remembers what it is asked for.
    func noting(_ loader: DocumentLoader, of document: String) -> DocumentLoader {
        let folder = document.lastIndex(of: "/").map { String(document[...$0]) } ?? ""
        return DocumentLoader { path in
            self.note(folder + path)
            return loader.load(path)
        }
    }

    /// The files that are not any more as they were, sorted.
    var changed: [String] {
        stamps.withLock { $0 }.filter { stamp(of: $0.key) != $0.value }.map(\.key).sorted()
    }
}

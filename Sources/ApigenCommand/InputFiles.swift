internal import Diagnostics
package import OpenAPI

/// The files that a run read or looked for, with their state just before.
package final class InputFiles: Sendable {
    private let stamps = Locked<[String: FileStamp?]>([:])

    package init() {}

    /// Records the state of a file or folder that is about to be read.
    package func record(_ path: String) {
        let stamp = stamp(of: path)
        stamps.withLock { $0[path, default: stamp] = stamp }
    }

    /// Returns a loader that records the files it loads.
    package func recording(_ loader: DocumentLoader, of document: String) -> DocumentLoader {
        let folder = document.lastIndex(of: "/").map { String(document[...$0]) } ?? ""
        return DocumentLoader { path in
            self.record(folder + path)
            return loader.load(path)
        }
    }

    /// The files that have changed since they were read, sorted.
    package var changed: [String] {
        stamps.withLock { $0 }.filter { stamp(of: $0.key) != $0.value }.map(\.key).sorted()
    }
}

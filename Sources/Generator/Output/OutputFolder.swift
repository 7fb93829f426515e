/// The folder that generated files are written to; several documents may share it.
package struct OutputFolder {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// What has to happen so that the folder holds exactly a document's files.
    ///
    /// - Parameter owner: where the document's list of its files stands, relative to the folder.
    /// - Throws: ``OutputFailure`` when the folder cannot be used.
    package func changes(for files: [GeneratedFile], owner: String) throws(OutputFailure) -> [FileChange] {
        try checkCollisions(files)
        var changes: [FileChange] = []
        for file in files {
            try checkInside(file.path)
            let existing = readFile(path + "/" + file.path)
            if existing == nil {
                changes.append(FileChange(kind: .added, path: file.path, bytes: file.bytes))
            } else if existing != file.bytes {
                changes.append(FileChange(kind: .changed, path: file.path, bytes: file.bytes))
            }
        }
        let wanted = Set(files.map(\.path))
        for stale in manifest(owner) where !wanted.contains(stale) {
            if readFile(path + "/" + stale) != nil { changes.append(FileChange(kind: .removed, path: stale, bytes: [])) }
        }
        return changes
    }

    /// Carries changes out, each file whole or not at all, and remembers which files are the document's.
    package func apply(_ changes: [FileChange], files: [GeneratedFile], owner: String) throws(OutputFailure) {
        for change in changes where change.kind != .removed { try writeFile(change.bytes, to: path + "/" + change.path) }
        for change in changes where change.kind == .removed { removeFile(path + "/" + change.path) }
        let list = files.map(\.path).sorted().map { $0 + "\n" }.joined()
        let bytes = Array((manifestHeading + list).utf8)
        if readFile(path + "/" + manifestPath(owner)) != bytes { try writeFile(bytes, to: path + "/" + manifestPath(owner)) }
    }

    private func manifestPath(_ owner: String) -> String { owner + "/.apigen" }

    /// The files that an earlier run wrote; lines that lead anywhere else are not ours to touch.
    private func manifest(_ owner: String) -> [String] {
        guard let bytes = readFile(path + "/" + manifestPath(owner)) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { line in
            !line.hasPrefix("#") && isPlainRelative(line) && (try? checkInside(line)) != nil
        }
    }

    private func isPlainRelative(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0 == "" }
    }

    /// Follows a path from the folder and refuses when a link on it leads away, or a file stands where a folder must.
    private func checkInside(_ file: String) throws(OutputFailure) {
        if let kind = kind(of: path), kind != .folder { throw OutputFailure("'\(path)' is not a folder") }
        var place = path
        let components = file.split(separator: "/")
        for (index, component) in components.enumerated() {
            place += "/" + component
            guard let kind = kind(of: place, followingLinks: false) else { return }
            let expected: FileKind = index == components.count - 1 ? .file : .folder
            if kind != expected { throw OutputFailure("'\(place)' is not a \(expected.rawValue), nothing is written over it") }
        }
    }

    private func checkCollisions(_ files: [GeneratedFile]) throws(OutputFailure) {
        var seen: [String: String] = [:]
        for file in files {
            if let first = seen.updateValue(file.path, forKey: file.path.lowercased()) {
                throw OutputFailure("'\(file.path)' and '\(first)' are one file where case does not matter")
            }
        }
    }
}

/// Something that has to happen in an output folder.
package struct FileChange: Sendable {
    package enum Kind: String, Sendable {
        case added, changed, removed
    }

    package let kind: Kind
    /// Relative to the output folder.
    package let path: String
    let bytes: [UInt8]
}

private let manifestHeading = "# The files that apigen generated for this document. Do not edit.\n"

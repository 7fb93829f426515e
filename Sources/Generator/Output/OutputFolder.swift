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
        try checkNames(files)
        if let kind = kind(of: path), kind != .folder { throw OutputFailure("'\(path)' is not a folder") }
        try checkInside(listPath(owner))
        let wanted = Set(files.map(\.path))
        let stale = earlierFiles(owner).filter { !wanted.contains($0) && exists($0) }
        // Where case does not matter, removing the stale one removes the other.
        let shadowed = Set(stale.map { $0.lowercased() })
        var changes = stale.map { FileChange(kind: .removed, path: $0, bytes: []) }
        for file in files {
            try checkInside(file.path)
            if !exists(file.path) {
                changes.append(FileChange(kind: .added, path: file.path, bytes: file.bytes))
            } else if readFile(path + "/" + file.path) != file.bytes || shadowed.contains(file.path.lowercased()) {
                changes.append(FileChange(kind: .changed, path: file.path, bytes: file.bytes))
            }
        }
        return changes
    }

    /// Carries changes out, each file whole or not at all, and remembers which files are the document's.
    package func apply(_ changes: [FileChange], files: [GeneratedFile], owner: String) throws(OutputFailure) {
        let list = GeneratedFile(path: listPath(owner), bytes: fileList(files))
        let isListed = readFile(path + "/" + list.path) == list.bytes
        for change in changes { try checkWritable(path + "/" + change.path) }
        if !isListed { try checkWritable(path + "/" + list.path) }
        for change in changes where change.kind == .removed { try removeFile(change.path, in: path) }
        for change in changes where change.kind != .removed { try writeFile(change.bytes, to: path + "/" + change.path) }
        if !isListed { try writeFile(list.bytes, to: path + "/" + list.path) }
    }

    private func exists(_ file: String) -> Bool {
        kind(of: path + "/" + file) != nil
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

// MARK: - The list of a document's files

extension OutputFolder {
    private func listPath(_ owner: String) -> String { owner + "/.apigen" }

    private func fileList(_ files: [GeneratedFile]) -> [UInt8] {
        let heading = "# The files that apigen generated for this document. Do not edit.\n"
        return Array((heading + files.map(\.path).sorted().map { $0 + "\n" }.joined()).utf8)
    }

    /// The files that an earlier run wrote; lines that lead anywhere else are not ours to touch.
    private func earlierFiles(_ owner: String) -> [String] {
        guard let bytes = readFile(path + "/" + listPath(owner)) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { line in
            !line.hasPrefix("#") && isPlainRelative(line) && (try? checkInside(line)) != nil
        }
    }
}

// MARK: - What is refused before anything is written

extension OutputFolder {
    private func checkNames(_ files: [GeneratedFile]) throws(OutputFailure) {
        var seen: [String: String] = [:]
        for file in files {
            guard isPlainRelative(file.path) else { throw OutputFailure("'\(file.path)' is no name for a file") }
            if let first = seen.updateValue(file.path, forKey: file.path.lowercased()) {
                throw OutputFailure("'\(file.path)' and '\(first)' are one file where case does not matter")
            }
        }
    }

    private func isPlainRelative(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { component in
            !["", ".", ".."].contains(component) && component.utf8.count <= 200 && !component.utf8.contains(0)
        }
    }

    /// Follows a path from the folder and refuses when a link on it leads away, or a file stands where a folder must.
    private func checkInside(_ file: String) throws(OutputFailure) {
        var place = path
        let components = file.split(separator: "/")
        for (index, component) in components.enumerated() {
            place += "/" + component
            guard let kind = kind(of: place, followingLinks: false) else { return }
            let expected: FileKind = index == components.count - 1 ? .file : .folder
            if kind != expected { throw OutputFailure("'\(place)' is not a \(expected.rawValue), nothing is written over it") }
        }
    }
}

import Diagnostics
import Printing

/// The folder that generated files are written to; several documents may share it.
package struct OutputFolder {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    /// What has to happen so that the folder holds exactly a document's files, and those of other documents.
    ///
    /// - Throws: ``OutputFailure`` when the folder cannot be used.
    package func changes(for document: GeneratedDocument) throws(OutputFailure) -> [FileChange] {
        let files = document.files
        try checkNames(files)
        if let kind = kind(of: path), kind != .folder { throw OutputFailure("'\(path)' is not a folder") }
        var folders: Set<String> = []
        try checkInside(listPath(document), knowing: &folders)
        try checkOrigin(document)
        let wanted = Set(files.map(\.path))
        let record = scaffoldRecord(document)
        let stale =
            earlierFiles(document).filter { !wanted.contains($0) && exists($0) }
            + record.hashes.keys.sorted().filter { path in
                !wanted.contains(path) && contents(of: path).map { record.isUnchanged($0, at: path) } == true
            }
        // Where case does not matter, removing the stale one removes the other.
        let shadowed = Set(stale.map { $0.lowercased() })
        var changes = stale.map { FileChange(kind: .removed, path: $0, bytes: []) }
        var isThere: [Bool] = []
        for file in files { try isThere.append(checkInside(file.path, knowing: &folders)) }
        let isSame = areSame(files)
        for (index, file) in files.enumerated() {
            if file.isScaffold, isThere[index], !isOutdated(file, record) { continue }
            if !isThere[index] {
                changes.append(FileChange(kind: .added, path: file.path, bytes: file.bytes))
            } else if !isSame[index] || shadowed.contains(file.path.lowercased()) {
                changes.append(FileChange(kind: .changed, path: file.path, bytes: file.bytes))
            }
        }
        return changes
    }

    /// Whether each file holds its bytes already. All that have their size are read, as nothing else shows that nobody has edited them.
    private func areSame(_ files: [GeneratedFile]) -> [Bool] {
        let results = Locked([Bool](repeating: false, count: files.count))
        let path = path
        inParallel(files.count) { index in
            guard hasBytes(files[index].bytes, at: path + "/" + files[index].path) else { return }
            results.withLock { $0[index] = true }
        }
        return results.withLock { $0 }
    }

    /// Carries changes out, each file whole or not at all, and remembers which files are the document's.
    ///
    /// While files are removed and written, the list has both the old and the new ones. A run that is killed therefore leaves no file
    /// that the next one does not know of.
    package func apply(_ changes: [FileChange], for document: GeneratedDocument) throws(OutputFailure) {
        let (earlier, wanted) = (earlierFiles(document), document.files.filter { !$0.isScaffold }.map(\.path))
        let (earlierRecord, record) = (scaffoldRecord(document), newScaffoldRecord(document))
        let list = GeneratedFile(path: listPath(document), bytes: fileList(wanted, record, of: document))
        let isListed = readFile(path + "/" + list.path) == list.bytes
        for change in changes { try checkWritable(path + "/" + change.path) }
        if !isListed { try checkWritable(path + "/" + list.path) }
        let paths = earlier + document.files.map(\.path) + [list.path]
        for folder in Set(paths.map(folder(of:))) { removeTemporaryFiles(in: folder) }
        if !isListed, !changes.isEmpty {
            var records = record
            records.merge(earlierRecord)
            try writeFile(fileList(Array(Set(earlier).union(wanted)), records, of: document), to: path + "/" + list.path)
        }
        for change in changes where change.kind == .removed { try removeFile(change.path, in: path) }
        try write(changes.filter { $0.kind != .removed })
        if !isListed { try writeFile(list.bytes, to: path + "/" + list.path) }
    }

    private func write(_ changes: [FileChange]) throws(OutputFailure) {
        let files = changes.map { GeneratedFile(path: path + "/" + $0.path, bytes: $0.bytes) }
        let failures = Locked([OutputFailure?](repeating: nil, count: files.count))
        inParallel(files.count) { index in
            do throws(OutputFailure) {
                try writeFile(files[index].bytes, to: files[index].path)
            } catch {
                failures.withLock { $0[index] = error }
            }
        }
        if let failure = failures.withLock({ $0 }).lazy.compactMap(\.self).first { throw failure }
    }

    /// The folder of a file.
    private func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { path + "/" + file[..<$0] } ?? path
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
    private func listPath(_ document: GeneratedDocument) -> String {
        document.folder.isEmpty ? ".apigen" : document.folder + "/.apigen"
    }

    private static let originMark = "# Generated by apigen from "

    private func fileList(_ paths: [String], _ record: ScaffoldRecord, of document: GeneratedDocument) -> [UInt8] {
        let heading = "\(Self.originMark)\(document.origin)\n# These are the files. Do not edit.\n"
        return Array((heading + (record.lines + paths.sorted()).map { $0 + "\n" }.joined()).utf8)
    }

    private func listLines(_ document: GeneratedDocument) -> [String] {
        guard let bytes = readFile(path + "/" + listPath(document)) else { return [] }
        // A checkout may have given the list other line ends.
        return bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Refuses to put a document's files in place of another one's that only has the same name.
    private func checkOrigin(_ document: GeneratedDocument) throws(OutputFailure) {
        let list = path + "/" + listPath(document)
        guard let line = listLines(document).first(where: { $0.hasPrefix(Self.originMark) }) else { return }
        let origin = line.dropFirst(Self.originMark.count)
        if origin == document.origin { return }
        throw OutputFailure(
            "'\(folder(of: listPath(document)))' contains files generated from \(origin), not from \(document.origin); "
                + "use another --output or --namespace, or remove '\(list)' if only the document's title has changed")
    }

    /// The files that an earlier run wrote; lines that lead anywhere else are not ours to touch.
    private func earlierFiles(_ document: GeneratedDocument) -> [String] {
        var folders: Set<String> = []
        return listLines(document).filter { line in
            !line.hasPrefix("#") && isPlainRelative(line) && (try? checkInside(line, knowing: &folders)) != nil
        }
    }
}

// MARK: - Files that are written once

extension OutputFolder {
    /// The files of a document that are kept because they were changed, or were there before.
    package func keptFiles(of document: GeneratedDocument) -> [String] {
        let record = scaffoldRecord(document)
        return document.files.filter { $0.isScaffold && isKept($0, record) }.map(\.path)
    }

    private func scaffoldRecord(_ document: GeneratedDocument) -> ScaffoldRecord {
        ScaffoldRecord(listLines(document).filter { $0.hasPrefix("#") })
    }

    /// The record after the files are written.
    private func newScaffoldRecord(_ document: GeneratedDocument) -> ScaffoldRecord {
        let earlier = scaffoldRecord(document)
        var record = ScaffoldRecord()
        for file in document.files where file.isScaffold {
            if isKept(file, earlier) { record.keep(file.path, from: earlier) } else { record.record(file.bytes, at: file.path) }
        }
        return record
    }

    private func isKept(_ file: GeneratedFile, _ record: ScaffoldRecord) -> Bool {
        guard let bytes = contents(of: file.path) else { return false }
        return !areSameLines(bytes, file.bytes) && !record.isUnchanged(bytes, at: file.path)
    }

    /// Whether a file that exists is neither kept nor up to date.
    private func isOutdated(_ file: GeneratedFile, _ record: ScaffoldRecord) -> Bool {
        guard let bytes = contents(of: file.path) else { return false }
        return !areSameLines(bytes, file.bytes) && record.isUnchanged(bytes, at: file.path)
    }

    private func contents(of file: String) -> [UInt8]? {
        var folders: Set<String> = []
        guard isPlainRelative(file), (try? checkInside(file, knowing: &folders)) == true else { return nil }
        return readFile(path + "/" + file)
    }
}

// MARK: - What is refused before anything is written

extension OutputFolder {
    private func checkNames(_ files: [GeneratedFile]) throws(OutputFailure) {
        var seen: [String: String] = [:]
        for file in files {
            guard isPlainRelative(file.path) else { throw OutputFailure("'\(file.path)' is not a valid file name") }
            if let first = seen.updateValue(file.path, forKey: file.path.lowercased()) {
                throw OutputFailure("'\(file.path)' and '\(first)' are the same file on case-insensitive file systems")
            }
        }
    }

    private func isPlainRelative(_ path: String) -> Bool {
        path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { component in
            let isStep = component.count <= 2 && component.allSatisfy { $0 == UInt8(ascii: ".") }
            return !isStep && component.count <= 200 && !component.contains(0)
        }
    }

    /// Follows a path from the folder and refuses when a link on it leads away, or a file stands where a folder must.
    ///
    /// - Parameter folders: Those that were found to be some, so that each is looked at once.
    /// - Returns: Whether the file exists.
    @discardableResult
    private func checkInside(_ file: String, knowing folders: inout Set<String>) throws(OutputFailure) -> Bool {
        let folder = self.folder(of: file)
        if !folders.contains(folder) {
            var place = path
            for component in file.split(separator: "/").dropLast() {
                place += "/" + component
                guard try isExpected(.folder, at: place) else { return false }
            }
            folders.insert(folder)
        }
        return try isExpected(.file, at: path + "/" + file)
    }

    /// Whether something of a kind is at a place, where nothing else may be.
    private func isExpected(_ expected: FileKind, at place: String) throws(OutputFailure) -> Bool {
        guard let kind = kind(of: place, followingLinks: false) else { return false }
        if kind != expected { throw OutputFailure("'\(place)' is not a \(expected.rawValue) and is not overwritten") }
        return true
    }
}

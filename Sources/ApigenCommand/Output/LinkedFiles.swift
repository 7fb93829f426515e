package import OpenAPI

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Returns the loader of the files that a document refers to.
///
/// They have to lie below the document's folder, its package or the folder that the command runs in: these are the author's
/// own files, and others on the machine may not be meant for readers of the document.
///
/// - Parameter isAboveAllowed: whether files may lie anywhere.
package func linkedFiles(of document: String, allowingAbove isAboveAllowed: Bool) -> DocumentLoader {
    let end = document.lastIndex(of: "/")
    let folder = end.map { String(document[...$0]) } ?? "./"
    let roots = isAboveAllowed ? [] : allowedFolders(around: folder)
    return DocumentLoader { path in
        // No diagnostic reveals anything about a file outside, not even whether it exists.
        guard isAboveAllowed || lies(path, relativeTo: folder, below: roots) else { return .failure(.outside) }
        switch kind(of: folder + path) {
        case nil: return .failure(.missing)
        case .folder?: return .failure(.unreadable("it is a folder"))
        case .other?: return .failure(.unreadable("it is not a regular file"))
        case .file?: break
        }
        // A symbolic link can point outside although the path does not.
        guard isAboveAllowed || withoutLinks(folder + path).map({ isBelow(roots, $0) }) == true else { return .failure(.outside) }
        guard let bytes = readFile(folder + path, limit: mostBytes) else {
            return .failure(.unreadable("access is denied, or it has more than \(mostBytes >> 20) MB"))
        }
        return .success(bytes)
    }
}

private let mostBytes = 100 << 20

/// Returns the document's folder, and its package and the current folder unless these are the whole file system.
private func allowedFolders(around folder: String) -> [String] {
    guard let folder = withoutLinks(folder) else { return [] }
    return [folder] + [package(around: folder), withoutLinks(".")].compactMap(\.self).filter { $0 != "/" }
}

/// Returns the nearest folder with a `Package.swift`.
private func package(around folder: String) -> String? {
    var folder = Substring(folder)
    while !folder.isEmpty, kind(of: "\(folder)/Package.swift") != .file {
        folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    return folder.isEmpty ? nil : String(folder)
}

/// Returns whether a path is below one of the folders, judged by its text; the file need not exist.
private func lies(_ path: String, relativeTo folder: String, below roots: [String]) -> Bool {
    guard var parts = withoutLinks(folder)?.split(separator: "/") else { return false }
    for part in path.split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return isBelow(roots, "/" + parts.joined(separator: "/"))
}

private func isBelow(_ folders: [String], _ path: String) -> Bool {
    folders.contains { path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
}

private func withoutLinks(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

package import OpenAPI

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads the files that a document refers to.
///
/// - Parameter isAboveAllowed: whether files may lie elsewhere than in the document's folder and those below it.
package func linkedFiles(of document: String, allowingAbove isAboveAllowed: Bool) -> DocumentLoader {
    let end = document.lastIndex(of: "/")
    let folder = end.map { String(document[...$0]) } ?? "./"
    return DocumentLoader { path in
        let isOutside = path == ".." || path.hasPrefix("../")
        if isOutside, !isAboveAllowed { return .failure(.outside) }
        switch kind(of: folder + path) {
        case nil: return .failure(.missing)
        case .folder?: return .failure(.unreadable("it is a folder"))
        case .other?: return .failure(.unreadable("it is no regular file"))
        case .file?: break
        }
        // A link could lead out of the folder although the path does not.
        guard isAboveAllowed || leadsInto(folder, folder + path) else { return .failure(.outside) }
        guard let bytes = readFile(folder + path, limit: mostBytes) else {
            return .failure(.unreadable("access is denied, or it has more than \(mostBytes >> 20) MB"))
        }
        return .success(bytes)
    }
}

private let mostBytes = 100 << 20

private func leadsInto(_ folder: String, _ path: String) -> Bool {
    guard let folder = withoutLinks(folder), let path = withoutLinks(path) else { return false }
    return path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
}

private func withoutLinks(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

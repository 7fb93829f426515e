import Foundation

/// A document that a target's Swift is made from.
///
/// A plugin can import nothing that reads YAML, and the build system asks it anew only when files come or go. So it
/// takes a few lines of a configuration as they stand, and everything else is read by the tool.
struct FoundDocument {
    let document: URL
    let configuration: URL?
    /// What the names of its generated files begin with.
    let name: String

    /// The documents below a target's folder: those that configurations name, and those that say `openapi` or `swagger`.
    static func all(below folder: URL) -> [FoundDocument] {
        var found: [(document: URL, configuration: URL?)] = []
        var folders = [folder]
        while let next = folders.popLast() {
            let (files, inner) = contents(of: next)
            let named = files.filter(isConfiguration).compactMap { file in
                option("document", in: file).map { (next.appending(path: $0).standardizedFileURL, URL?.some(file)) }
            }
            let known = Set(named.map(\.0))
            let besides = files.filter { isDocument($0) && !known.contains($0.standardizedFileURL) }
            found += named + besides.map { ($0, configuration(beside: $0, among: files)) }
            // What lies below a document are the files that it refers to.
            if besides.isEmpty { folders += inner.reversed() }
        }
        return withNames(found)
    }

    /// A line of the configuration, as text without quotes.
    func option(_ name: String) -> String? {
        configuration.flatMap { Self.option(name, in: $0) }
    }

    /// Everything that the generated files depend on.
    var inputs: [URL] {
        var files = [document] + (configuration.map { [$0] } ?? [])
        files += Self.filesBelow(document.deletingLastPathComponent()).filter { isYAMLOrJSON($0) && !files.contains($0) }
        if let configuration, let templates = option("templates") {
            files += Self.filesBelow(configuration.deletingLastPathComponent().appending(path: templates).standardizedFileURL)
        }
        return files
    }
}

extension FoundDocument {
    /// Gives each document a name of its own, as a build takes each file name once.
    private static func withNames(_ found: [(document: URL, configuration: URL?)]) -> [FoundDocument] {
        var counts: [String: Int] = [:]
        return found.map { document, configuration in
            let stem = document.deletingPathExtension().lastPathComponent
            let name = String(stem.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" })
            counts[name, default: 0] += 1
            let count = counts[name, default: 1]
            return FoundDocument(document: document, configuration: configuration, name: count == 1 ? name : "\(name)-\(count)")
        }
    }

    private static func configuration(beside document: URL, among files: [URL]) -> URL? {
        let stem = document.deletingPathExtension().lastPathComponent
        return files.first { isConfiguration($0) && $0.deletingPathExtension().lastPathComponent == stem + ".apigen" }
            ?? files.first { $0.deletingPathExtension().lastPathComponent == "apigen" && option("document", in: $0) == nil }
    }

    private static func option(_ name: String, in file: URL) -> String? {
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let line = try? Regex(
                "(?m)(?:^|[{,])[ \\t]*\"?\(name)\"?\\s*:\\s*([\"']?)([^#\"'\\n]+)\\1", as: (Substring, Substring, Substring).self),
            let match = text.firstMatch(of: line)
        else { return nil }
        return match.output.2.trimmingCharacters(in: .whitespaces.union(CharacterSet(charactersIn: ",}")))
    }

    /// Files and folders in a folder, sorted, hidden ones left out.
    private static func contents(of folder: URL) -> (files: [URL], folders: [URL]) {
        let all =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.isDirectoryKey], options: .skipsHiddenFiles)) ?? []
        let sorted = all.sorted { $0.lastPathComponent < $1.lastPathComponent }
        let isFolder = { (url: URL) in (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
        return (
            sorted.filter { !isFolder($0) && isYAMLOrJSON($0) || !isFolder($0) && $0.pathExtension == "mustache" },
            sorted.filter(isFolder)
        )
    }

    private static func filesBelow(_ folder: URL) -> [URL] {
        var files: [URL] = []
        var folders = [folder]
        while let next = folders.popLast() {
            let (inside, inner) = contents(of: next)
            files += inside
            folders += inner
        }
        return files
    }
}

private func isYAMLOrJSON(_ file: URL) -> Bool {
    ["yaml", "yml", "json"].contains(file.pathExtension)
}

private func isConfiguration(_ file: URL) -> Bool {
    let stem = file.deletingPathExtension().lastPathComponent
    return isYAMLOrJSON(file) && (stem == "apigen" || stem.hasSuffix(".apigen"))
}

private func isDocument(_ file: URL) -> Bool {
    guard isYAMLOrJSON(file), !isConfiguration(file), let text = try? String(contentsOf: file, encoding: .utf8) else {
        return false
    }
    return text.prefix(100_000).contains(#/(?m)^[ \t{]*["']?(openapi|swagger)["']?[ \t]*:[ \t]*["']?[0-9]/#)
}

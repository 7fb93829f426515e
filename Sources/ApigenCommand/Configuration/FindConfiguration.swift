package import Diagnostics

/// Returns the configuration file in a document's folder: `shop.apigen.yaml` for `shop.json` if it exists, otherwise the folder's
/// `apigen.yaml`.
package func configurationFile(besideDocument path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
    return configurationFile(in: folder, named: stem + ".apigen") ?? configurationFile(in: folder, named: "apigen")
}

/// Returns a folder's `apigen.yaml`, `apigen.yml` or `apigen.json`, the first of these that exists.
///
/// - Parameter folder: The folder's path with a slash at its end; empty for the current folder.
package func configurationFile(in folder: String, named name: String = "apigen") -> String? {
    ["yaml", "yml", "json"].map { "\(folder)\(name).\($0)" }.first { kind(of: $0) == .file }
}

/// Reads the configuration of a document.
///
/// - Parameters:
///   - document: The document's path.
///   - asked: The path of the configuration file; `nil` for the one beside the document, which may be for another document.
///   - inputs: Records the files that are read.
/// - Returns: `nil` after an error that leaves no configuration.
package func readConfiguration(
    of document: String, in asked: String?, recordedIn inputs: InputFiles, log: inout DiagnosticLog
) -> Configuration? {
    guard let file = asked ?? configurationFile(besideDocument: document) else { return Configuration() }
    inputs.record(file)
    guard let source = openDocument(file, log: &log) else { return nil }
    let configuration = readConfiguration(source, log: &log)
    if asked == nil, let own = configuration.document, !isSameFile(own, document) { return Configuration() }
    return configuration
}

extension Configuration {
    /// The options of the generator for a document, with its overlays and what loads the documents that it links to.
    package func options(
        of document: String, recordedIn inputs: InputFiles, log: inout DiagnosticLog
    ) -> GenerationOptions {
        var options = generationOptions
        for overlay in overlays {
            inputs.record(overlay)
            if let source = openDocument(overlay, log: &log) { options.overlays.append(source) }
        }
        options.loader = inputs.recording(linkedFiles(of: document, allowingAbove: allowParentFolders), of: document)
        return options
    }
}

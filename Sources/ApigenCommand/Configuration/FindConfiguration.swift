/// The configuration that stands beside a document: one of the document's own name, such as `shop.apigen.yaml` for
/// `shop.json`, else the folder's `apigen.yaml`.
package func configurationFile(besideDocument path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
    return configurationFile(in: folder, named: stem + ".apigen") ?? configurationFile(in: folder, named: "apigen")
}

/// A folder's `apigen.yaml`, `apigen.yml` or `apigen.json`.
///
/// - Parameter folder: with a slash at its end; empty for the current one.
package func configurationFile(in folder: String, named name: String = "apigen") -> String? {
    ["yaml", "yml", "json"].map { "\(folder)\(name).\($0)" }.first { kind(of: $0) == .file }
}

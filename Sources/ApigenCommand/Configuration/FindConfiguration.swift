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

import Diagnostics
import YAMLTree

/// A configuration for code that is kept in a package, found in a target's folder.
package struct CommittedConfiguration: Sendable {
    package let path: String
    /// Whether the configuration lists the outputs to generate.
    package let namesOutputs: Bool
}

/// Returns the configurations below a folder that name an `output`, sorted by their paths.
///
/// A configuration that cannot be read is returned too, so that its run reports why.
package func committedConfigurations(below folder: String) -> [CommittedConfiguration] {
    filesBelow(folder).filter(isConfigurationName).compactMap { file in
        let path = folder + "/" + file
        guard let bytes = readFile(path) else { return CommittedConfiguration(path: path, namesOutputs: false) }
        var log = DiagnosticLog()
        guard let tree = parseYAML(log.add(SourceFile(path: path, bytes: bytes)), log: &log), tree.root.isMapping else {
            return CommittedConfiguration(path: path, namesOutputs: false)
        }
        let names = Set(tree.root.entries.map(\.name))
        return names.contains("output") ? CommittedConfiguration(path: path, namesOutputs: names.contains("emit")) : nil
    }
}

private func isConfigurationName(_ path: String) -> Bool {
    let file = path.split(separator: "/").last ?? ""
    return ["yaml", "yml", "json"].contains { file == "apigen.\($0)" || file.hasSuffix(".apigen.\($0)") }
}

import APIModel
package import ApigenCommand
import Diagnostics
package import Printing
import Trial

/// The files that `Generated/` must hold: what every document below `Specs/` gives.
package struct GoldenTree {
    package private(set) var documents: [GeneratedDocument] = []
    /// What editors complete configurations by.
    package let schema = GeneratedFile(path: "apigen.schema.json", bytes: Array(configurationSchema().utf8))
    /// What the documents' diagnostics say, ready to be printed.
    package private(set) var report = ""
    package private(set) var hasErrors = false

    /// - Parameter package: the package's folder.
    package init(package folder: String, templates: Templates) {
        for (group, name) in specifications(in: folder) {
            let path = group.isEmpty ? "Specs/\(name)" : "Specs/\(group)/\(name)"
            guard let bytes = readFile(folder + "/" + path) else { continue }
            // Mistakes of one document must not keep the next from being generated.
            var ownLog = DiagnosticLog()
            let source = ownLog.add(SourceFile(path: path, bytes: bytes))
            var options = GenerationOptions()
            options.printing.group = group
            switch group {
            case "Features":
                options.printing.outputs.append(.fake)
                options.hasClientGroups = name == "grouped.yaml"
                options.types = TypeOptions(ofFeature: name)
                options.passesContext = name == "app-types.yaml"
            case "Packages": options.printing.outputs = [.package]
            // Servers that others wrote are only called.
            case "Servers": options.printing.outputs = [.models, .operations, .client]
            default: break
            }
            if let document = generate(source, options: options, with: templates, log: &ownLog) {
                documents.append(group == "Features" ? document.withUniqueFileNames : document)
            }
            report += ownLog.rendered()
            hasErrors = hasErrors || ownLog.hasErrors
        }
    }

    /// Every path below `Generated/`.
    package var paths: Set<String> {
        Set(documents.flatMap { $0.files.map(\.path) }).union([schema.path])
    }
}

extension GoldenTree {
    /// Whether a file belongs below `Generated/`: those of the tree, and sites that were built there.
    package func holds(_ path: String) -> Bool {
        paths.contains(path) || path.hasPrefix("Site/")
    }
}

extension GeneratedDocument {
    /// The same files, with the name of the document's folder in the names of those in it: the documents of a group are one
    /// module, which takes each file name once.
    fileprivate var withUniqueFileNames: GeneratedDocument {
        let name = folder.split(separator: "/").last.map(String.init) ?? ""
        let files = files.map { file in
            guard file.path.hasPrefix(folder + "/") else { return file }
            return GeneratedFile(path: "\(folder)/\(name).\(file.path.dropFirst(folder.count + 1))", bytes: file.bytes)
        }
        return GeneratedDocument(folder: folder, origin: origin, files: files, siteFolder: siteFolder)
    }
}

/// Documents with their folder below `Specs/`.
private func specifications(in folder: String) -> [(group: String, name: String)] {
    ["", "Features", "Packages", "Servers"].flatMap { group in
        namesInFolder(folder + "/Specs/" + group).filter(isDocument).map { (group, $0) }
    }
}

private func isDocument(_ name: String) -> Bool {
    !name.hasPrefix(".") && [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
}

/// The templates of the package, by their path below `Templates/`.
package func readTemplateFolder(_ folder: String) -> [(path: String, text: String)] {
    filesBelow(folder).filter { $0.hasSuffix(".mustache") }.compactMap { path in
        readFile(folder + "/" + path).map { (path, String(decoding: $0, as: UTF8.self)) }
    }
}

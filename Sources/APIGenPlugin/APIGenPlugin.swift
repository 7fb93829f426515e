import Foundation
import PackagePlugin

/// Makes a target's Swift from the OpenAPI documents in it, whenever it is built.
@main
struct APIGenPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let documents = FoundDocument.all(below: target.directoryURL)
        let tool = try context.tool(named: "apigen").url
        return commands(for: documents, of: target.name, tool: tool, folder: context.pluginWorkDirectoryURL)
    }

    private func commands(for documents: [FoundDocument], of target: String, tool: URL, folder: URL) -> [Command] {
        if documents.isEmpty {
            Diagnostics.error("target '\(target)' has neither an OpenAPI document nor an apigen.yaml that names one")
        }
        return documents.map { command(for: $0, tool: tool, folder: folder) }
    }

    private func command(for found: FoundDocument, tool: URL, folder: URL) -> Command {
        let shards = found.option("shards").flatMap { Int($0) } ?? defaultShards
        var arguments = [
            path(found.document), "--build-folder", path(folder), "--build-name", found.name, "--shards", String(shards),
        ]
        if let configuration = found.configuration { arguments += ["--config", path(configuration)] }
        return .buildCommand(
            displayName: "Making Swift from \(found.document.lastPathComponent)", executable: tool, arguments: arguments,
            inputFiles: found.inputs, outputFiles: names(shards: shards).map { folder.appending(path: "\(found.name).\($0).swift") }
        )
    }

    /// The files that the tool makes of any document, empty ones for what is left out.
    private func names(shards: Int) -> [String] {
        let models = shards == 1 ? ["Models"] : (1...max(shards, 2)).map { "Models\($0)" }
        return models + ["Operations", "Schemas", "XML", "Client", "Server", "Fake"]
    }

    private func path(_ url: URL) -> String {
        url.path(percentEncoded: false)
    }
}

#if canImport(XcodeProjectPlugin)
import XcodeProjectPlugin

extension APIGenPlugin: XcodeBuildToolPlugin {
    func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
        // A target of a project has no folder of its own: its documents are beside the files that it lists.
        let folders = Set(target.inputFiles.map { $0.url.deletingLastPathComponent().standardizedFileURL })
        let outermost = folders.filter { folder in !folders.contains { $0 != folder && folder.path.hasPrefix($0.path + "/") } }
        let documents = outermost.sorted { $0.path < $1.path }.flatMap { FoundDocument.all(below: $0) }
        let tool = try context.tool(named: "apigen").url
        return commands(for: documents, of: target.displayName, tool: tool, folder: context.pluginWorkDirectoryURL)
    }
}
#endif

/// About as many files as machines have cores; a document of a thousand schemas has a hundred in each.
private let defaultShards = 8

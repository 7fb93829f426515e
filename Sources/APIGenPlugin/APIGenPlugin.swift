import Foundation
import PackagePlugin

/// Makes a target's Swift from the OpenAPI documents in it, whenever it is built.
@main
struct APIGenPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let documents = FoundDocument.all(below: target.directoryURL)
        if documents.isEmpty {
            Diagnostics.error("target '\(target.name)' has neither an OpenAPI document nor an apigen.yaml that names one")
        }
        let tool = try context.tool(named: "apigen").url
        return documents.map { command(for: $0, tool: tool, folder: context.pluginWorkDirectoryURL) }
    }

    private func command(for found: FoundDocument, tool: URL, folder: URL) -> Command {
        let shards = found.option("shards").flatMap { Int($0) } ?? usualShards
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
        (shards == 1 ? ["Models"] : (1...max(shards, 2)).map { "Models\($0)" })
            + ["Operations", "Schemas", "XML", "Client", "Server", "Fake"]
    }

    private func path(_ url: URL) -> String {
        url.path(percentEncoded: false)
    }
}

/// About as many files as machines have cores; a document of a thousand schemas has a hundred in each.
private let usualShards = 8

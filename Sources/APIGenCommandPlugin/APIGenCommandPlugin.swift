import Foundation
import PackagePlugin

/// Writes generated code into the package, to be committed.
@main
struct APIGenCommandPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var arguments = ArgumentExtractor(arguments)
        let names = arguments.extractOption(named: "target")
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let tool = try context.tool(named: "apigen").url
        var runs = 0
        for target in targets {
            for found in FoundDocument.all(below: target.directoryURL) where !names.isEmpty || found.option("output") != nil {
                try generate(found, for: target, with: tool, arguments.remainingArguments)
                runs += 1
            }
        }
        if runs == 0 {
            Diagnostics.error("no target has an apigen.yaml that says where its 'output' goes; name one with --target")
        }
    }

    private func generate(_ found: FoundDocument, for target: any Target, with tool: URL, _ rest: [String]) throws {
        var arguments = [found.document.path(percentEncoded: false)]
        if let configuration = found.configuration { arguments += ["--config", configuration.path(percentEncoded: false)] }
        if found.option("output") == nil {
            arguments += ["--output", target.directoryURL.appending(path: "Generated").path(percentEncoded: false)]
        }
        if found.option("emit") == nil { arguments += ["--emit", "models,client,server"] }
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments + rest
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            Diagnostics.error(
                "\(found.document.lastPathComponent) of target '\(target.name)': nothing is written, or it is not up to date")
        }
    }
}

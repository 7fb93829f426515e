import Foundation
import PackagePlugin

/// Writes generated code into the package, to be committed: `swift package generate-api`.
///
/// The arguments are `--target NAME`, once for each target and all targets without it, and options of `apigen`.
@main
struct APIGenCommandPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var arguments = ArgumentExtractor(arguments)
        let names = arguments.extractOption(named: "target")
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let tool = try context.tool(named: "apigen").url
        try generate(below: targets.map(\.directoryURL), with: tool, arguments.remainingArguments)
    }

    private func generate(below folders: [URL], with tool: URL, _ options: [String]) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = folders.flatMap { ["--target-folder", $0.path(percentEncoded: false)] } + options
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { Diagnostics.error("some of the code is not generated") }
    }
}

#if canImport(XcodeProjectPlugin)
import XcodeProjectPlugin

extension APIGenCommandPlugin: XcodeCommandPlugin {
    func performCommand(context: XcodePluginContext, arguments: [String]) throws {
        var arguments = ArgumentExtractor(arguments)
        _ = arguments.extractOption(named: "target")
        let tool = try context.tool(named: "apigen").url
        try generate(below: [context.xcodeProject.directoryURL], with: tool, arguments.remainingArguments)
    }
}
#endif

import Foundation
import PackagePlugin

/// Checks that the generated code in the package is up to date: `swift package check-api`, which needs no permission to write.
///
/// The arguments are those of `swift package generate-api`.
@main
struct APIGenCheckPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        var arguments = ArgumentExtractor(arguments)
        let names = arguments.extractOption(named: "target")
        let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
        let folders = targets.flatMap { ["--target-folder", $0.directoryURL.path(percentEncoded: false)] }
        let check = Process()
        check.executableURL = try context.tool(named: "apigen").url
        check.arguments = ["--check"] + folders + arguments.remainingArguments
        try check.run()
        check.waitUntilExit()
        if check.terminationStatus != 0 {
            Diagnostics.error("the generated code is not up to date; renew it with: swift package generate-api")
        }
    }
}

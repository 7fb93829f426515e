// swift-tools-version: 6.1
import PackageDescription

// Client and server made at build in targets of their own, over models in a third; the document stands outside of them.
let runtime = Target.Dependency.product(name: "APIRuntime", package: "apigen")
let plugins: [Target.PluginUsage] = [.plugin(name: "APIGenPlugin", package: "apigen")]

let package = Package(
    name: "SplitTargets",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apigen", path: Context.environment["APIGEN_PACKAGE"] ?? "../../..")],
    targets: [
        .target(name: "NotesModels", dependencies: [runtime], plugins: plugins),
        .target(name: "NotesClient", dependencies: ["NotesModels", runtime], plugins: plugins),
        .target(name: "NotesServer", dependencies: ["NotesModels", runtime], plugins: plugins),
        .executableTarget(
            name: "notes",
            dependencies: [
                "NotesModels", "NotesClient", "NotesServer", runtime, .product(name: "APIRuntimeTesting", package: "apigen"),
            ]),
    ]
)

// swift-tools-version: 6.1
import PackageDescription

// A client whose code is made at build, from two documents in a folder with spaces and letters beyond ASCII.
let package = Package(
    name: "PluginClient",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apigen", path: Context.environment["APIGEN_PACKAGE"] ?? "../../..")],
    targets: [
        .executableTarget(
            name: "PluginClient",
            dependencies: [
                .product(name: "APIRuntime", package: "apigen"), .product(name: "APIRuntimeTesting", package: "apigen"),
            ],
            path: "Sources/Käse und Brot",
            plugins: [.plugin(name: "APIGenPlugin", package: "apigen")])
    ]
)

// swift-tools-version: 6.1
import PackageDescription

// Code that the command plugin wrote, kept in the repository; building it needs no plugin.
let package = Package(
    name: "CommittedCode",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apigen", path: Context.environment["APIGEN_PACKAGE"] ?? "../../..")],
    targets: [
        .executableTarget(
            name: "Committed",
            dependencies: [
                .product(name: "APIRuntime", package: "apigen"), .product(name: "APIRuntimeTesting", package: "apigen"),
            ],
            exclude: ["apigen.yaml", "clock.yaml", "timer.apigen.yaml", "timer.yaml"])
    ]
)

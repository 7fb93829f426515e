// swift-tools-version: 6.2
import PackageDescription

// Client and server in a module whose declarations belong to the main actor, as Xcode sets it up for new apps.
let package = Package(
    name: "MainActorClient",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apigen", path: Context.environment["APIGEN_PACKAGE"] ?? "../../..")],
    targets: [
        .executableTarget(
            name: "MainActorClient",
            dependencies: [
                .product(name: "APIRuntime", package: "apigen"), .product(name: "APIRuntimeTesting", package: "apigen"),
            ],
            swiftSettings: [
                .defaultIsolation(MainActor.self),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"), .enableUpcomingFeature("InferIsolatedConformances"),
            ],
            plugins: [.plugin(name: "APIGenPlugin", package: "apigen")])
    ]
)

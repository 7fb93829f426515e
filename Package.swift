// swift-tools-version: 6.1
import Foundation
import PackageDescription

// A package that depends on this one neither fetches nor builds what it does not ask for by a trait. Here all traits are on.
let packageDirectory = Context.packageDirectory
let callingDirectory = Context.environment["PWD"] ?? packageDirectory
let isDependency =
    packageDirectory.contains("/checkouts/")
    || (callingDirectory != packageDirectory && FileManager.default.fileExists(atPath: callingDirectory + "/Package.swift"))

/// The traits that need a package; what is not named here is always needed.
let traitsByPackage: [String: Set<String>] = [
    "async-http-client": ["AsyncHTTPClient"],
    "GRDB.swift": ["StatusService"],
    "hummingbird": ["Hummingbird"],
    "swift-crypto": ["StatusService"],
    "swift-distributed-tracing": ["Observability"],
    "swift-log": ["Observability", "StatusService"],
    "swift-metrics": ["Observability"],
    "swift-nio": ["AsyncHTTPClient", "Hummingbird"],
    "swift-service-lifecycle": ["StatusService"],
]

/// The documents of Specs/Features, each a module of its own as its files are called like the others'.
let features = [
    "Agreement", "Agreement30", "Bodies", "Constraints", "Constraints3", "Defaults", "Directions", "Discriminators",
    "Enums", "Fields", "Formats", "Markup", "MediaTypes", "Naming", "Nullability", "Nullable30", "Objects",
    "Parameters", "Recursion", "Responses", "Security", "ServersAPI", "Shapes", "Streaming", "Tuples", "Webhooks",
]

let package = Package(
    name: "apigen",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .executable(name: "apigen", targets: ["apigen"]),
        .plugin(name: "APIGenPlugin", targets: ["APIGenPlugin"]),
        .plugin(name: "APIGenCommandPlugin", targets: ["APIGenCommandPlugin"]),
        .library(name: "APIRuntime", targets: ["APIRuntime"]),
        .library(name: "APIRuntimeTesting", targets: ["APIRuntimeTesting"]),
        .library(name: "APIRuntimeHummingbird", targets: ["APIRuntimeHummingbird"]),
        .library(name: "APIRuntimeAsyncHTTPClient", targets: ["APIRuntimeAsyncHTTPClient"]),
        .library(name: "APIRuntimeURLSession", targets: ["APIRuntimeURLSession"]),
        .library(name: "APIRuntimeObservability", targets: ["APIRuntimeObservability"]),
    ],
    traits: [
        .default(enabledTraits: isDependency ? [] : ["AsyncHTTPClient", "Hummingbird", "Observability", "StatusService"]),
        .trait(name: "AsyncHTTPClient", description: "The product APIRuntimeAsyncHTTPClient"),
        .trait(name: "Hummingbird", description: "The product APIRuntimeHummingbird"),
        .trait(name: "Observability", description: "The product APIRuntimeObservability"),
        .trait(name: "StatusService", description: "The status service, which no other package needs"),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.10.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.10.0"),
    ],
    targets: [
        // The generator's row.
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "Diagnostics"),
        .target(name: "YAMLTree", dependencies: ["CLibYAML", "Diagnostics"]),
        .target(name: "OpenAPI", dependencies: ["YAMLTree", "Diagnostics"]),
        .target(name: "APIModel", dependencies: ["YAMLTree", "Diagnostics"]),
        .target(name: "Resolution", dependencies: ["APIModel", "OpenAPI", "YAMLTree", "Diagnostics"]),
        .target(name: "Templating", dependencies: ["Diagnostics"]),
        .target(name: "Generator", dependencies: ["APIModel", "Templating", "Diagnostics"]),
        .target(
            name: "ApigenCommand",
            dependencies: ["Generator", "Resolution", "APIModel", "OpenAPI", "YAMLTree", "Templating", "Diagnostics"]),
        .executableTarget(
            name: "apigen",
            dependencies: [
                "ApigenCommand", "Generator", "APIModel", "OpenAPI", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .plugin(
            name: "APIGenPlugin", capability: .buildTool(), dependencies: ["apigen"], path: "Sources/APIGenPlugin"),
        .plugin(
            name: "APIGenCommandPlugin",
            capability: .command(
                intent: .custom(verb: "generate-api", description: "Writes Swift made from OpenAPI documents into the package."),
                permissions: [.writeToPackageDirectory(reason: "The generated code is written beside your own, to be committed.")]),
            dependencies: ["apigen"], path: "Sources/APIGenCommandPlugin"),
        .executableTarget(name: "update-generated", dependencies: ["Trial", "ApigenCommand", "Generator", "Diagnostics"]),
        .target(
            name: "Trial",
            dependencies: ["ApigenCommand", "Resolution", "Generator", "APIModel", "OpenAPI", "YAMLTree", "Diagnostics"],
            path: "Tests/Trial"),
        .executableTarget(
            name: "apigen-instances", dependencies: ["Trial", "Generator", "APIModel", "OpenAPI"]),

        // The runtime's row.
        .target(
            name: "APIRuntime",
            dependencies: [.product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(
            name: "APIRuntimeTesting",
            dependencies: ["APIRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(
            name: "APIRuntimeHummingbird",
            dependencies: [
                "APIRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .target(
            name: "APIRuntimeAsyncHTTPClient",
            dependencies: [
                "APIRuntime",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        .target(
            name: "APIRuntimeURLSession",
            dependencies: ["APIRuntime", .product(name: "HTTPTypes", package: "swift-http-types")]),
        .target(
            name: "APIRuntimeObservability",
            dependencies: [
                "APIRuntime",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Instrumentation", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ]),
        .target(name: "AgreementJudge", dependencies: ["APIRuntime"], path: "Tests/AgreementJudge"),
        .target(name: "Lambda", dependencies: ["APIRuntime"], path: "Generated/Lambda"),
        .target(name: "Shop", dependencies: ["APIRuntime"], path: "Generated/Shop"),

        .target(name: "CAllocationCount"),
        .executableTarget(name: "apigen-benchmarks", dependencies: ["APIRuntime", "CAllocationCount", "Shop"]),

        // The status service's row.
        .target(
            name: "LambdaStatusStore",
            dependencies: [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .executableTarget(
            name: "lambda-status",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeHummingbird", "APIRuntimeObservability",
                "Lambda", "LambdaStatusStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            resources: [.copy("../../Specs/lambda.yaml"), .copy("../../Generated/Docs/Lambda")]),
        .executableTarget(
            name: "lambda-status-benchmarks",
            dependencies: [
                "LambdaStatusStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree", "Diagnostics"]),
        .testTarget(name: "TemplatingTests", dependencies: ["Templating", "Diagnostics"]),
        .testTarget(name: "OpenAPITests", dependencies: ["OpenAPI", "YAMLTree", "Diagnostics"]),
        .testTarget(
            name: "APIModelTests", dependencies: ["APIModel", "Resolution", "OpenAPI", "YAMLTree", "Diagnostics"],
            exclude: ["Cases"]),
        .testTarget(
            name: "GeneratorTests",
            dependencies: [
                "ApigenCommand", "Generator", "Resolution", "APIModel", "OpenAPI", "YAMLTree", "Templating", "Diagnostics",
                "apigen",
                "APIRuntime",
            ],
            exclude: ["Docs/lambda-instance-status.md", "Fields/fields.tsv", "Names/hostile-names.json"]),
        .testTarget(
            name: "APIRuntimeTests",
            dependencies: ["APIRuntime", "APIRuntimeTesting", .product(name: "HTTPTypes", package: "swift-http-types")]),
        .testTarget(
            name: "APIRuntimeAdapterTests",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeHummingbird", "APIRuntimeObservability",
                "APIRuntimeURLSession",
                "Bodies", "Markup", "MediaTypes", "Nullability", "ServersAPI", "Streaming",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "InMemoryTracing", package: "swift-distributed-tracing"),
                .product(name: "Instrumentation", package: "swift-distributed-tracing"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ]),
        .testTarget(
            name: "FeaturesTests",
            dependencies: [
                "APIRuntime", "APIRuntimeTesting", .product(name: "HTTPTypes", package: "swift-http-types"),
            ] + features.map { .byName(name: $0) }),
        .testTarget(
            name: "AgreementTests",
            dependencies: [
                "AgreementJudge", "Trial", "ApigenCommand", "OpenAPI", "APIRuntime", "APIRuntimeTesting", "Lambda", "Shop",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ] + features.map { .byName(name: $0) },
            exclude: ["known.tsv"]),
        .testTarget(
            name: "LambdaTests",
            dependencies: [
                "Lambda", "APIRuntime", "APIRuntimeTesting", .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(
            name: "LambdaStatusTests",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeURLSession", "Lambda", "LambdaStatusStore",
                "lambda-status",
            ]),
    ]
)

package.targets += features.map { .target(name: $0, dependencies: ["APIRuntime"], path: "Generated/Features/\($0)") }

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// Flags like these are not allowed to dependencies.
if !isDependency {
    // Generated code has to compile where everything is the main actor's unless it says otherwise.
    for target in package.targets where target.name == "Responses" {
        target.swiftSettings?.append(.unsafeFlags(["-default-isolation", "MainActor"]))
    }
    // A clean build of the tool costs a third less so: each module is compiled as a whole by one process, which indexes no system
    // modules, does not check the compiler's own work, and does not improve code that is only run once.
    let tool: Set<String> = [
        "Diagnostics", "YAMLTree", "OpenAPI", "APIModel", "Resolution", "Templating", "Generator", "ApigenCommand", "apigen",
    ]
    for target in package.targets where tool.contains(target.name) {
        target.swiftSettings?.append(
            .unsafeFlags(
                [
                    "-disable-batch-mode", "-wmo", "-num-threads", "1", "-no-emit-module-separately-wmo",
                    "-index-ignore-system-modules",
                    "-Xfrontend", "-sil-verify-none", "-Xfrontend", "-disable-llvm-verify",
                    "-Xllvm", "-sil-disable-pass=mandatory-redundant-load-elimination",
                    "-Xllvm", "-sil-disable-pass=preserve-always-emit-conformance-metadata",
                ],
                .when(configuration: .debug)))
    }
}

for target in package.targets {
    target.dependencies = target.dependencies.map { dependency in
        guard case .productItem(let name, let package?, let aliases, nil) = dependency, let traits = traitsByPackage[package] else {
            return dependency
        }
        return .productItem(name: name, package: package, moduleAliases: aliases, condition: .when(traits: traits))
    }
}

// swift-tools-version: 6.1
import PackageDescription

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A product that is neither fetched nor built unless one of the traits is enabled.
func product(_ name: String, _ package: String, traits: String...) -> Target.Dependency {
    .product(name: name, package: package, condition: .when(traits: Set(traits + ["StatusService"])))
}

let nio = ["NIOCore", "NIOHTTP1", "NIOPosix"].map { product($0, "swift-nio", traits: "Hummingbird", "AsyncHTTPClient") }
let hummingbird = ["Hummingbird", "HummingbirdCore"].map { product($0, "hummingbird", traits: "Hummingbird") } + nio
let asyncHTTPClient = product("AsyncHTTPClient", "async-http-client", traits: "AsyncHTTPClient")
let logging = product("Logging", "swift-log", traits: "Mock")
let observability = [
    ("Instrumentation", "swift-distributed-tracing"), ("Logging", "swift-log"), ("Metrics", "swift-metrics"),
    ("Tracing", "swift-distributed-tracing"),
].map { product($0, $1, traits: "Observability") }

let mockServer = Target.Dependency.target(name: "MockServer", condition: .when(traits: ["Mock"]))
let plugins = ["APIGenPlugin", "APIGenCommandPlugin", "APIGenCheckPlugin"]
let libraries = ["", "Testing", "Hummingbird", "AsyncHTTPClient", "URLSession", "Observability", "Compression"].map {
    "APIRuntime" + $0
}

/// The modules between a document and generated Swift.
let generator: [Target.Dependency] = [
    "Generator", "Printing", "Resolution", "APIModel", "OpenAPI", "YAMLTree", "Templating", "Diagnostics",
]

let package = Package(
    name: "apigen",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: ["apigen", "apigen-mock"].map { .executable(name: $0, targets: [$0]) }
        + plugins.map { .plugin(name: $0, targets: [$0]) } + libraries.map { .library(name: $0, targets: [$0]) },
    traits: [
        .default(enabledTraits: ["Foundation"]),
        .trait(
            name: "Foundation", description: "Conformances of Foundation's Date, UUID, URL, Data and Decimal, for the option types"),
        .trait(name: "AsyncHTTPClient", description: "The product APIRuntimeAsyncHTTPClient"),
        .trait(name: "Hummingbird", description: "The product APIRuntimeHummingbird"),
        .trait(name: "Compression", description: "The product APIRuntimeCompression, with zlib"),
        .trait(name: "Observability", description: "The product APIRuntimeObservability"),
        .trait(
            name: "Mock", description: "The commands apigen mock and apigen test",
            enabledTraits: ["AsyncHTTPClient", "Hummingbird"]),
        .trait(
            name: "PostgreSQL", description: "PostgreSQL as a database of the status service, through libpq",
            enabledTraits: ["StatusService"]),
        .trait(
            name: "StatusService", description: "The status service of this repository and the tests of all adapters",
            enabledTraits: ["AsyncHTTPClient", "Compression", "Hummingbird", "Observability"]),
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
        // The generator.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "Diagnostics"),
        .target(name: "YAMLTree", dependencies: ["CLibYAML", "Diagnostics"]),
        .target(name: "OpenAPI", dependencies: ["YAMLTree", "Diagnostics"]),
        .target(name: "APIModel", dependencies: ["YAMLTree", "Diagnostics"]),
        .target(name: "Resolution", dependencies: ["APIModel", "OpenAPI", "YAMLTree", "Diagnostics"]),
        .target(name: "APIDiff", dependencies: ["APIModel", "Diagnostics"]),
        .target(name: "Templating", dependencies: ["Diagnostics"]),
        .target(name: "Printing", dependencies: ["APIModel", "Templating", "Diagnostics"]),
        .target(name: "Generator", dependencies: ["APIModel", "Printing", "Templating", "Diagnostics"]),
        .target(name: "Documentation", dependencies: ["APIModel", "Generator", "Printing", "Templating", "Diagnostics"]),
        .target(name: "Packaging", dependencies: ["APIModel", "Documentation", "Generator", "Printing", "Templating"]),
        .target(name: "ApigenCommand", dependencies: ["APIDiff", "Documentation", "Packaging", argumentParser] + generator),
        .target(
            name: "MockServer",
            dependencies: [
                "ApigenCommand", "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeHummingbird", asyncHTTPClient, httpTypes,
                logging,
            ] + generator + hummingbird),
        .executableTarget(name: "apigen", dependencies: ["ApigenCommand", "APIDiff", argumentParser] + generator),
        .executableTarget(name: "apigen-mock", dependencies: ["ApigenCommand", argumentParser, httpTypes, mockServer] + generator),
        .plugin(name: "APIGenPlugin", capability: .buildTool(), dependencies: ["apigen"], path: "Sources/APIGenPlugin"),
        .plugin(
            name: "APIGenCommandPlugin",
            capability: .command(
                intent: .custom(verb: "generate-api", description: "Writes Swift made from OpenAPI documents into the package."),
                permissions: [.writeToPackageDirectory(reason: "The generated code is written beside your own, to be committed.")]),
            dependencies: ["apigen"], path: "Sources/APIGenCommandPlugin"),
        .plugin(
            name: "APIGenCheckPlugin",
            capability: .command(
                intent: .custom(verb: "check-api", description: "Checks that the code from OpenAPI documents is up to date.")),
            dependencies: ["apigen"], path: "Sources/APIGenCheckPlugin"),

        // The runtime of generated code, and its adapters.
        .target(name: "APIRuntime", dependencies: [httpTypes]),
        .target(name: "APIRuntimeTesting", dependencies: ["APIRuntime", httpTypes]),
        .target(name: "APIRuntimeURLSession", dependencies: ["APIRuntime", httpTypes]),
        .target(name: "APIRuntimeHummingbird", dependencies: ["APIRuntime", httpTypes] + hummingbird),
        .target(name: "APIRuntimeAsyncHTTPClient", dependencies: ["APIRuntime", asyncHTTPClient, httpTypes] + nio),
        .systemLibrary(name: "CZlib"),
        .target(
            name: "APIRuntimeCompression",
            dependencies: ["APIRuntime", httpTypes, .target(name: "CZlib", condition: .when(traits: ["Compression"]))]),
        .target(name: "APIRuntimeObservability", dependencies: ["APIRuntime", httpTypes] + observability),

        // The status service.
        .target(name: "Lambda", dependencies: ["APIRuntime"], path: "Generated/Lambda"),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(
            name: "LambdaStatusStore",
            dependencies: [
                product("Crypto", "swift-crypto"), product("GRDB", "GRDB.swift"),
                .target(name: "CLibPQ", condition: .when(traits: ["PostgreSQL"])),
            ]),
        .executableTarget(
            name: "lambda-status",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeHummingbird", "APIRuntimeObservability", "Lambda",
                "LambdaStatusStore", argumentParser, asyncHTTPClient, httpTypes, logging,
            ] + hummingbird,
            resources: [.copy("../../Specs/lambda.yaml"), .copy("../../Generated/Docs/Lambda")]),

        // Upkeep and measurements.
        .executableTarget(name: "update-generated", dependencies: ["Trial", "ApigenCommand"] + generator),
        .executableTarget(
            name: "apigen-instances", dependencies: ["Trial", "APIModel", "OpenAPI"], path: "Tests/apigen-instances"),
        .target(name: "Trial", dependencies: ["ApigenCommand"] + generator, path: "Tests/Trial"),
        .target(name: "AgreementJudge", dependencies: ["APIRuntime"], path: "Tests/AgreementJudge"),
        .target(name: "Features", dependencies: ["APIRuntime"], path: "Generated/Features"),
        .target(name: "Shop", dependencies: ["APIRuntime"], path: "Generated/Shop"),
        .target(name: "Httpbin", dependencies: ["APIRuntime"], path: "Generated/Servers/Httpbin"),
        .target(name: "CAllocationCount"),
        .executableTarget(name: "apigen-benchmarks", dependencies: ["APIRuntime", "CAllocationCount", "Shop", httpTypes]),
        .executableTarget(
            name: "lambda-status-benchmarks",
            dependencies: ["LambdaStatusStore", argumentParser, asyncHTTPClient, httpTypes, logging] + hummingbird),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree", "Diagnostics"]),
        .testTarget(name: "TemplatingTests", dependencies: ["Templating", "Diagnostics"]),
        .testTarget(name: "OpenAPITests", dependencies: ["OpenAPI", "YAMLTree", "Diagnostics"]),
        .testTarget(
            name: "APIModelTests", dependencies: ["APIModel", "Resolution", "OpenAPI", "YAMLTree", "Diagnostics"],
            exclude: ["Cases"]),
        .testTarget(
            name: "APIDiffTests", dependencies: ["APIDiff", "ApigenCommand", "Trial", "YAMLTree", "Diagnostics"], exclude: ["Pairs"]
        ),
        .testTarget(
            name: "GeneratorTests",
            dependencies: ["ApigenCommand", "Documentation", "Trial", "apigen", "update-generated", "APIRuntime"] + generator,
            exclude: ["Docs/lambda-instance-status.md", "Fields/fields.tsv", "Names/hostile-names.json"]),
        .testTarget(
            name: "MockServerTests",
            dependencies: [
                "MockServer", "ApigenCommand", "APIModel", "APIRuntime", "Diagnostics", "apigen", "apigen-mock", httpTypes,
            ] + nio,
            exclude: ["Cases", "ContractCases"]),
        .testTarget(name: "APIRuntimeTests", dependencies: ["APIRuntime", "APIRuntimeTesting", httpTypes]),
        .testTarget(
            name: "APIRuntimeAdapterTests",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeCompression", "APIRuntimeHummingbird",
                "APIRuntimeObservability", "APIRuntimeURLSession", "Features", "Httpbin", httpTypes,
                product("InMemoryTracing", "swift-distributed-tracing"), product("MetricsTestKit", "swift-metrics"),
                product("ServiceLifecycle", "swift-service-lifecycle"),
            ] + hummingbird + observability),
        .testTarget(name: "FeaturesTests", dependencies: ["APIRuntime", "APIRuntimeTesting", "Features", httpTypes]),
        .testTarget(
            name: "AgreementTests",
            dependencies: [
                "AgreementJudge", "Trial", "ApigenCommand", "APIModel", "OpenAPI", "APIRuntime", "APIRuntimeTesting", "Features",
                "Lambda", "Shop", httpTypes,
            ],
            exclude: ["known.tsv"]),
        .testTarget(name: "LambdaTests", dependencies: ["Lambda", "APIRuntime", "APIRuntimeTesting", httpTypes]),
        .testTarget(
            name: "LambdaStatusTests",
            dependencies: [
                "APIRuntime", "APIRuntimeAsyncHTTPClient", "APIRuntimeURLSession", "Lambda", "LambdaStatusStore", "lambda-status",
            ]),
    ]
)

let upcomingFeatures = ["ExistentialAny", "InternalImportsByDefault", "MemberImportVisibility"]
for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = upcomingFeatures.map { .enableUpcomingFeature($0) }
}

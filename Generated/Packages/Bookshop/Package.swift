// swift-tools-version: 6.1
import PackageDescription

// Written by apigen from bookshop.yaml, which keeps this file once you have changed it.
let package = Package(
    name: "Bookshop",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [.library(name: "Bookshop", targets: ["Bookshop"])],
    dependencies: [.package(name: "apigen", path: "../apigen")],
    targets: [
        .target(
            name: "Bookshop",
            dependencies: [
                .product(name: "APIRuntime", package: "apigen"),
                .product(name: "APIRuntimeURLSession", package: "apigen"),
            ]
        ),
        .testTarget(
            name: "BookshopTests",
            dependencies: [
                "Bookshop",
                .product(name: "APIRuntime", package: "apigen"),
                .product(name: "APIRuntimeTesting", package: "apigen"),
            ]
        ),
    ]
)

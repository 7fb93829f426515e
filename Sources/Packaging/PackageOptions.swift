package import Generator

/// What a generated package depends on.
package struct PackageOptions: Sendable {
    /// Where the runtime is.
    package var runtime = RuntimePackage.standard
    /// What the package's clients send requests with.
    package var transport = PackageTransport.urlSession

    package init() {}
}

/// The transport of a package's client, by the name of its product.
package enum PackageTransport: String, CaseIterable, Sendable {
    case urlSession = "URLSession"
    case asyncHTTPClient = "AsyncHTTPClient"

    /// The trait that the runtime's package needs for it.
    var traits: [String] {
        switch self {
        case .urlSession: []
        case .asyncHTTPClient: ["AsyncHTTPClient"]
        }
    }

    package var client: PackagedTransport {
        PackagedTransport(module: "APIRuntime" + rawValue, type: rawValue + "Transport")
    }
}

package import APIModel
package import Generator
package import Printing
package import Templating

/// The templates that files of a package are made from.
package let packageFiles: [any FileTemplate.Type] = [
    ManifestTemplate.self, WireTemplate.self, WireTestsTemplate.self, ReadmeTemplate.self, WorkflowTemplate.self,
    IgnoredFilesTemplate.self,
]

/// The files of a package beside its library: those that are written once and then belong to its authors, and the server of its tests.
package func planPackage(
    _ api: API, _ layout: Layout, _ outputs: Set<Output>, _ options: PackageOptions, _ swift: SwiftOptions
) -> [FilePlan<SwiftConstants>] {
    let constants = SwiftConstants(operationsOf: api, testOptions(layout, swift, .internal))
    let name = layout.namespace
    let tests = "\(layout.root)Tests/\(name)Tests/"
    let groups = wireGroups(of: api)
    var plans = [
        FilePlan(layout.root + "Package.swift", manifestTemplate(name, options), constants),
        FilePlan(layout.root + "README.md", readmeTemplate(api, groups, layout, options), constants),
        FilePlan(layout.root + ".gitignore", IgnoredFilesTemplate(), constants),
        FilePlan(layout.root + ".github/workflows/ci.yml", WorkflowTemplate(options), constants),
        FilePlan(tests + "Wire.swift", wireTemplate(api, groups), constants),
    ]
    plans += groups.filter { !$0.isEmpty }.map { group in
        FilePlan("\(tests)\(group.name).swift", wireTestsTemplate(group, api), constants)
    }
    return plans.map(\.scaffold) + planTestServer(api, layout, besides: outputs, swift)
}

/// The server that returns examples, which the tests talk to. It is not a part of the library.
private func planTestServer(
    _ api: API, _ layout: Layout, besides outputs: Set<Output>, _ swift: SwiftOptions
) -> [FilePlan<SwiftConstants>] {
    planSwift(api, layout.forTests, Set([.server, .fake]).subtracting(outputs), testOptions(layout, swift, .public))
}

/// The options of the files of tests, which import the library. Conformances of its public types have to be public.
private func testOptions(_ layout: Layout, _ swift: SwiftOptions, _ access: AccessLevel) -> SwiftOptions {
    var options = swift
    options.access = access
    options.modelsModule = layout.namespace
    options.packagedTransport = nil
    return options
}

private func manifestTemplate(_ name: String, _ options: PackageOptions) -> ManifestTemplate {
    func product(_ module: String) -> String {
        ".product(name: \"\(module)\", package: \(SwiftText.literal(options.runtime.name)))"
    }
    return ManifestTemplate(
        name: SwiftText.literal(name), tests: SwiftText.literal(name + "Tests"),
        dependency: options.runtime.dependency(traits: options.transport.traits),
        dependencies: [product("APIRuntime"), product(options.transport.client.module)],
        testDependencies: [SwiftText.literal(name), product("APIRuntime"), product("APIRuntimeTesting")])
}

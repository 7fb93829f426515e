package import APIModel
package import Printing
package import Templating

/// The templates that files of Swift are made from.
package let swiftFiles: [any FileTemplate.Type] = [
    ModelsTemplate.self, OperationsTemplate.self, SchemasTemplate.self, XMLTemplate.self, ClientTemplate.self,
    ServerTemplate.self, FakeTemplate.self,
]

/// The table of outputs in Swift: a new one is a row here, a template and a function that makes its values.
private let rows: [(output: Output, plan: @Sendable (API, Layout, SwiftOptions) -> [FilePlan<SwiftConstants>])] = [
    (.models, planModels),
    (.operations, { planFile("Operations", operationsTemplate($0), $0, $1, $2) }),
    (.operations, planSchemas),
    (.operations, planXML),
    (.client, { planFile("Client", clientTemplate($0, $2), $0, $1, $2) }),
    (.server, { planFile("Server", serverTemplate($0), $0, $1, $2) }),
    (.fake, { planFile("Fake", fakeTemplate($0), $0, $1, $2) }),
]

/// The files of Swift for a document, in the order of the table.
package func planSwift(
    _ api: API, _ layout: Layout, _ outputs: Set<Output>, _ options: SwiftOptions
) -> [FilePlan<SwiftConstants>] {
    rows.filter { outputs.contains($0.output) }.flatMap { $0.plan(api, layout, options) }
}

private func planFile<Template: FileTemplate>(
    _ name: String, _ template: @autoclosure @escaping () -> Template, _ api: API, _ layout: Layout, _ options: SwiftOptions
) -> [FilePlan<SwiftConstants>] {
    [FilePlan(layout.swift(name), template(), SwiftConstants(api, .operations, options))]
}

/// The number of types in one file and the greatest number of files, unless `--shards` sets a number.
private let typesPerFile = 80
private let mostFiles = 16

private func planModels(_ api: API, _ layout: Layout, _ options: SwiftOptions) -> [FilePlan<SwiftConstants>] {
    let count = layout.shards ?? min(mostFiles, max(1, (api.types.count + typesPerFile - 1) / typesPerFile))
    var types = [[TypeDeclaration]](repeating: [], count: count)
    for (declaration, shard) in zip(api.types, api.shards(among: count)) { types[shard].append(declaration) }
    return zip(layout.models(count), types.enumerated()).map { path, shard in
        let (number, types) = shard
        return FilePlan(
            path, modelsTemplate(api, types: types, isFirst: number == 0, options), SwiftConstants(api, .models, options))
    }
}

/// A file of some of the types of an API, which shows how much code they are.
package func planTypes(_ types: [TypeDeclaration], of api: API, _ options: SwiftOptions) -> FilePlan<SwiftConstants> {
    FilePlan("Models.swift", modelsTemplate(api, types: types, isFirst: false, options), SwiftConstants(api, .models, options))
}

/// The files that contain code for each operation.
package func planOperations(_ api: API, _ layout: Layout, _ options: SwiftOptions) -> [FilePlan<SwiftConstants>] {
    planFile("Operations", operationsTemplate(api), api, layout, options)
        + planFile("Client", clientTemplate(api, options), api, layout, options)
        + planFile("Server", serverTemplate(api), api, layout, options)
}

/// The number of types that are declared for the operations of an API.
package func countOperationTypes(of api: API) -> Int {
    operationsTemplate(api).interfaces.flatMap(\.operations).reduce(0) { $0 + $1.declaredTypes }
}

extension OperationsTemplate.Operation {
    fileprivate var declaredTypes: Int {
        choices.count + structures.count + forms.count + (error == nil ? 0 : 1) + (success == nil ? 0 : 1)
            + mediaTypes.count
    }
}

import APIModel
import Templating

/// What a run can make of a document.
package enum Output: String, CaseIterable, Sendable {
    /// The types of schemas.
    case models
    /// What client and server share: operations as data, their outcomes and errors.
    case operations
    case client, server, docs
    /// A server that answers with examples.
    case fake
    /// What site generators make of the docs.
    case site, docc

    /// What is made when nobody says what.
    package static let usual: [Output] = [.models, .operations, .client, .server, .docs]
}

/// A file to be rendered.
struct FilePlan {
    let path: String
    let render: (Templates) -> [UInt8]

    init<Template: FileTemplate>(_ path: String, _ template: Template, _ constants: SwiftConstants) {
        self.path = path
        render = { $0.swift.render(template, constants: constants) }
    }

    init<Template: FileTemplate>(_ path: String, _ template: Template) {
        self.path = path
        render = { $0.documentation.render(template, constants: NoValues()) }
    }
}

/// The templates that files of Swift are made from.
let swiftFiles: [any FileTemplate.Type] = [
    ModelsTemplate.self, OperationsTemplate.self, SchemasTemplate.self, XMLTemplate.self, ClientTemplate.self,
    ServerTemplate.self, FakeTemplate.self,
]

/// The table of outputs: a new one is a row here, a template and a function that makes its values.
private let rows: [(output: Output, plan: @Sendable (API, Layout, SwiftOptions) -> [FilePlan])] = [
    (.models, planModels),
    (.operations, { planFile("Operations", operationsTemplate($0), $0, $1, $2) }),
    (.operations, planSchemas),
    (.operations, planXML),
    (.client, { planFile("Client", clientTemplate($0), $0, $1, $2) }),
    (.server, { planFile("Server", serverTemplate($0), $0, $1, $2) }),
    (.fake, { planFile("Fake", fakeTemplate($0), $0, $1, $2) }),
    (.docs, { api, layout, _ in planDocs(api, layout) }),
    (.site, { api, layout, _ in planSite(api, layout) }),
    (.docc, { api, layout, _ in planCatalog(api, layout) }),
]

/// The files for a document, in the order of the table.
func plan(_ api: API, _ layout: Layout, options: PrintingOptions) -> [FilePlan] {
    let outputs = options.madeOutputs
    return rows.filter { outputs.contains($0.output) }.flatMap { $0.plan(api, layout, options.swift) }
}

private func planFile<Template: FileTemplate>(
    _ name: String, _ template: Template, _ api: API, _ layout: Layout, _ options: SwiftOptions
) -> [FilePlan] {
    [FilePlan(layout.swift(name), template, SwiftConstants(api, .operations, options))]
}

extension PrintingOptions {
    /// The outputs that were asked for, and what they do not work without.
    var madeOutputs: Set<Output> {
        var asked = Set(outputs)
        if asked.contains(.fake) { asked.insert(.server) }
        let needsOperations = swift.modelsModule == nil && !asked.isDisjoint(with: [.client, .server])
        return needsOperations ? asked.union([.operations]) : asked
    }

    func layout(for namespace: String) -> Layout {
        Layout(
            namespace: namespace, group: group.isEmpty ? "" : group + "/", shards: shards, buildName: buildName, siteURL: siteURL,
            hasTryIt: hasTryIt)
    }
}

/// How many types one file holds before another is begun, and how many files there are at most, where nobody says a number.
private let typesPerFile = 80
private let mostFiles = 16

private func planModels(_ api: API, _ layout: Layout, _ options: SwiftOptions) -> [FilePlan] {
    let count = layout.shards ?? min(mostFiles, max(1, (api.types.count + typesPerFile - 1) / typesPerFile))
    var types = [[TypeDeclaration]](repeating: [], count: count)
    for (declaration, shard) in zip(api.types, api.shards(among: count)) { types[shard].append(declaration) }
    return zip(layout.models(count), types.indices).map { path, shard in
        FilePlan(
            path, modelsTemplate(api, types: types[shard], isFirst: shard == 0, options), SwiftConstants(api, .models, options))
    }
}

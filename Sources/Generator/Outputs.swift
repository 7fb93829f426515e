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
    let template: String
    var context: Context
}

/// The table of outputs: a new one is a row here, a template and a function that makes its values.
private let rows: [(output: Output, plan: @Sendable (API, Layout) -> [FilePlan])] = [
    (.models, planModels),
    (.operations, { [FilePlan(path: $1.swift("Operations"), template: "swift/operations", context: operationsContext($0))] }),
    (.operations, planSchemas),
    (.operations, planXML),
    (.client, { [FilePlan(path: $1.swift("Client"), template: "swift/client", context: clientContext($0))] }),
    (.server, { [FilePlan(path: $1.swift("Server"), template: "swift/server", context: serverContext($0))] }),
    (.fake, { [FilePlan(path: $1.swift("Fake"), template: "swift/fake", context: fakeContext($0))] }),
    (.docs, planDocs),
    (.site, planSite),
    (.docc, planCatalog),
]

/// The files for a document, in the order of the table.
func plan(_ api: API, _ layout: Layout, options: PrintingOptions) -> [FilePlan] {
    let outputs = options.madeOutputs
    return rows.filter { outputs.contains($0.output) }.flatMap { $0.plan(api, layout) }.map { plan in
        var plan = plan
        options.swift.fill(&plan.context)
        return plan
    }
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
            hasTryIt: hasTryIt, changesTitle: changes?.title)
    }
}

/// How many types one file holds before another is begun, and how many files there are at most, where nobody says a number.
private let typesPerFile = 80
private let mostFiles = 16

private func planModels(_ api: API, _ layout: Layout) -> [FilePlan] {
    let count = layout.shards ?? min(mostFiles, max(1, (api.types.count + typesPerFile - 1) / typesPerFile))
    var types = [[TypeDeclaration]](repeating: [], count: count)
    for (declaration, shard) in zip(api.types, api.shards(among: count)) { types[shard].append(declaration) }
    return zip(layout.models(count), types.indices).map { path, shard in
        FilePlan(path: path, template: "swift/models", context: modelsContext(api, types: types[shard], isFirst: shard == 0))
    }
}

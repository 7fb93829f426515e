import APIModel
import Templating

/// What a run can make of a document.
package enum Output: String, CaseIterable, Sendable {
    case models, client, server, docs
}

/// A file to be rendered.
struct FilePlan {
    let path: String
    let template: String
    let context: Context
}

/// The table of outputs: a new one is a row here, a template and a function that makes its values.
private let rows: [(outputs: Set<Output>, plan: @Sendable (API, Folders) -> [FilePlan])] = [
    ([.models], planModels),
    ([.client, .server], { [FilePlan(path: $1.swift + "Operations.swift", template: "swift/operations", context: operationsContext($0))] }),
    ([.client], { [FilePlan(path: $1.swift + "Client.swift", template: "swift/client", context: clientContext($0))] }),
    ([.server], { [FilePlan(path: $1.swift + "Server.swift", template: "swift/server", context: serverContext($0))] }),
    ([.docs], planDocs),
]

/// Where the files of one document go.
struct Folders {
    let swift: String
    let docs: String
}

/// The files for a document, in the order of the table.
func plan(_ api: API, options: GenerationOptions) -> [FilePlan] {
    let group = options.group.isEmpty ? "" : options.group + "/"
    let folders = Folders(
        swift: "\(group)\(api.namespace.name)/", docs: "Docs/\(group)\(api.namespace.name)/")
    return rows.filter { !$0.outputs.isDisjoint(with: options.outputs) }.flatMap { $0.plan(api, folders) }
}

/// How many types one file holds before another is begun, and how many files there are at most.
private let typesPerFile = 80
private let mostFiles = 16

private func planModels(_ api: API, _ folders: Folders) -> [FilePlan] {
    let count = min(mostFiles, max(1, (api.types.count + typesPerFile - 1) / typesPerFile))
    return (0..<count).map { shard in
        let range = (api.types.count * shard / count)..<(api.types.count * (shard + 1) / count)
        let name = count == 1 ? "Models.swift" : "Models\(shard + 1).swift"
        return FilePlan(
            path: folders.swift + name, template: "swift/models",
            context: modelsContext(api, types: Array(api.types[range]), isFirst: shard == 0))
    }
}

import APIModel
import OpenAPI

/// A page for each operation that is not internal.
func planDocs(_ api: API, _ folders: Folders) -> [FilePlan] {
    api.endpoints.filter { !$0.operation.isInternal }.map { endpoint in
        FilePlan(
            path: folders.docs + endpoint.typeName.name + ".md", template: "docs/operation",
            context: operationPageContext(endpoint, api))
    }
}

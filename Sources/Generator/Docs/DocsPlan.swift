import APIModel
import OpenAPI

/// A page for each operation that is not internal.
func planDocs(_ api: API, _ layout: Layout) -> [FilePlan] {
    api.endpoints.enumerated().filter { !$0.element.operation.isInternal }.map { index, endpoint in
        FilePlan(
            path: layout.docs + fileName(endpoint.typeName.name, number: index + 1) + ".md", template: "docs/operation",
            context: operationPageContext(endpoint, api))
    }
}

/// A name that file systems take, which end at 255 bytes: a long one is cut and told apart by a number.
private func fileName(_ name: String, number: Int) -> String {
    guard name.utf8.count > 120 else { return name }
    var start = ""
    for character in name where start.utf8.count + character.utf8.count <= 100 { start.append(character) }
    return "\(start)-\(number)"
}

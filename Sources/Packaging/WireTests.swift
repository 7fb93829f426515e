import APIModel
import Generator
import Printing

/// The operations whose tests are in one file.
struct WireGroup {
    /// The name of the type and of its file.
    let name: String
    /// The tag of the operations; `nil` for those of a document without several tags, and for those without a tag.
    let tag: String?
    var examples: [WireExample] = []
    /// The operations that have no example to send.
    var withoutExample: [Endpoint] = []

    var isEmpty: Bool { examples.isEmpty && withoutExample.isEmpty }
}

/// The tests of the operations of a document, one file for each tag.
func wireGroups(of api: API) -> [WireGroup] {
    guard let interface = api.interfaces.first(where: { !$0.isForWebhooks }) else { return [] }
    // Names of files do not depend on case everywhere.
    var taken: Set<String> = [api.namespace.name.lowercased(), "wire"]
    func claim(_ preferred: String) -> String {
        var name = preferred
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = "\(preferred)\(number)"
            number += 1
        }
        return name
    }
    var groups = [WireGroup(name: claim("WireTests"), tag: nil)]
    groups += interface.groups.map { group in
        WireGroup(name: claim(group.protocolName.name.withoutServer + "Tests"), tag: group.tag)
    }
    for endpoint in interface.endpoints {
        let index = groups.firstIndex { $0.tag != nil && $0.tag == endpoint.operation.tags.first } ?? 0
        if let example = WireExample(endpoint, in: api) {
            groups[index].examples.append(example)
        } else {
            groups[index].withoutExample.append(endpoint)
        }
    }
    return groups
}

extension String {
    fileprivate var withoutServer: String {
        hasSuffix("Server") && count > 6 ? String(dropLast(6)) : self
    }
}

/// The values of the file with the client and the server of the tests.
func wireTemplate(_ api: API, _ groups: [WireGroup]) -> WireTemplate {
    let credentials = api.credentials.map { credential in
        "\(credential.name.label): " + credential.scheme.kind.credential.expression("\"secret\"", user: "\"user\"")
    }
    let bodies = groups.flatMap(\.examples)
    return WireTemplate(
        serverURL: SwiftText.literal(api.wireServerURL),
        credentials: credentials.isEmpty ? [] : [".init(\(credentials.joined(separator: ", ")))"],
        comparesBodies: bodies.contains { $0.requestBody != nil || $0.responseBody != nil },
        isOpenEnded: bodies.contains(where: \.isOpenEnded))
}

/// The values of a file of tests.
func wireTestsTemplate(_ group: WireGroup, _ api: API) -> WireTestsTemplate {
    let expressions = SwiftExpressions(api: api)
    let tests = group.examples.map { test(of: $0, expressions) }
    return WireTestsTemplate(
        modules: expressions.modules.map(WireTestsTemplate.Module.init),
        name: group.name, tag: group.tag.map { MarkdownText.code(SwiftText.commentLine($0), isHTMLAllowed: false) } ?? "",
        tests: tests,
        omissions: group.withoutExample.map { endpoint in
            WireTestsTemplate.Omission(call: SwiftText.commentLine("\(endpoint.operation.method) \(endpoint.operation.path)"))
        })
}

private func test(of example: WireExample, _ expressions: SwiftExpressions) -> WireTestsTemplate.Test {
    let endpoint = example.endpoint
    func body(_ body: (json: String, content: Content)?) -> [String] {
        body.map { [SwiftText.rawLiteral($0.json), "as: \(expressions.type($0.content)).self"] } ?? []
    }
    return WireTestsTemplate.Test(
        comment: SwiftText.commentLine("\(endpoint.operation.method) \(endpoint.operation.path)"),
        isDeprecated: endpoint.operation.isDeprecated, name: endpoint.name.spelling,
        call: (expressions.returnsValue(endpoint) ? "_ = " : "") + "try await wire.client." + endpoint.name.spelling,
        arguments: expressions.callArguments(endpoint),
        request: [(example.isOpenEnded ? "requestStartingWith: " : "request: ") + SwiftText.literal(example.requestLine)]
            + (example.isOpenEnded ? [] : body(example.requestBody)),
        response: ["response: \(example.status)"] + body(example.responseBody))
}

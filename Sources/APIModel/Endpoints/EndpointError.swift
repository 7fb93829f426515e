/// The error that an operation's function throws.
///
/// Operations that can fail in the same ways share one enum, which the first of them in document order declares under its own name.
/// Each other operation gets a type alias for it, so that adding or removing operations never changes a name that callers write.
package enum EndpointError {
    /// The document describes no failure, so that only the call itself can fail.
    case undocumented
    /// An enum that is declared for the operation, with a case for each failure.
    case declared(Identifier, [Outcome], isShared: Bool)
    /// Another name for the enum of an earlier operation.
    case alias(Identifier, of: Endpoint.Names)
}

extension Endpoint {
    /// The names by which others refer to an operation.
    package struct Names {
        /// The name of the operation's function.
        package let function: Identifier
        /// The name of the error enum that the function throws.
        package let error: Identifier
    }

    /// The name of its error; nil where the document describes no failure.
    package var errorName: Identifier? {
        switch error {
        case .undocumented: nil
        case .declared(let name, _, _), .alias(let name, _): name
        }
    }
}

/// Merges errors whose cases have the same names and associated values into one shared enum.
///
/// A case keeps its comment if all operations have the same one; otherwise its comment is the reason phrase of its status.
func sharingErrors(of groups: [[Endpoint]], _ schemas: SchemaGraph) -> [[Endpoint]] {
    let endpoints = Array(groups.joined())
    let keys = endpoints.map { endpoint in Set(endpoint.failures.map { FailureKey($0, schemas) }) }
    var users: [Set<FailureKey>: [Int]] = [:]
    for index in endpoints.indices where endpoints[index].errorName != nil { users[keys[index], default: []].append(index) }
    let errors = endpoints.indices.map { index -> EndpointError in
        guard let name = endpoints[index].errorName, let sharers = users[keys[index]], let first = sharers.first,
            let firstName = endpoints[first].errorName
        else { return .undocumented }
        guard index == first else { return .alias(name, of: Endpoint.Names(function: endpoints[first].name, error: firstName)) }
        return .declared(name, commonFailures(of: sharers.map { endpoints[$0] }), isShared: sharers.count > 1)
    }
    var next = errors.makeIterator()
    return groups.map { group in
        group.map { endpoint in
            var endpoint = endpoint
            endpoint.error = next.next() ?? endpoint.error
            return endpoint
        }
    }
}

/// Returns the failures of the first operation, with a neutral comment where the operations' comments differ.
private func commonFailures(of endpoints: [Endpoint]) -> [Outcome] {
    var documented: [StatusPattern: Set<String>] = [:]
    for failure in endpoints.lazy.flatMap(\.failures) {
        documented[failure.response.status, default: []].insert(failure.documentation)
    }
    return endpoints[0].failures.map { failure in
        guard let texts = documented[failure.response.status], texts.count > 1 else { return failure }
        var failure = failure
        failure.documentation = reasonPhrase(of: failure.response.status)
        return failure
    }
}

/// The properties that must be equal for failures to share a case: its name, its values, and their encoding.
private struct FailureKey: Hashable {
    let status: StatusPattern
    let name: Identifier
    let structure: Identifier?
    let choice: Identifier?
    let contents: [ContentKey]

    init(_ outcome: Outcome, _ schemas: SchemaGraph) {
        status = outcome.response.status
        name = outcome.name
        structure = outcome.structureName
        choice = outcome.choiceName
        contents = outcome.contents.map { ContentKey($0, schemas) }
    }
}

/// The properties that must be equal for bodies to share a value.
private struct ContentKey: Hashable {
    let type: TypeReference
    let mediaTypes: [MediaTypeName]
    let form: Identifier?
    let xml: SchemaID?

    init(_ content: Content, _ schemas: SchemaGraph) {
        type = content.type
        mediaTypes = content.representations.map(\.mediaType)
        form = content.form?.name
        xml = content.xml?.schema.map(schemas.xmlKey(of:))
    }
}

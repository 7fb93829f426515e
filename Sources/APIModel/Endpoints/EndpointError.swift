/// What an operation's function throws.
///
/// Operations that can fail in the same ways share one enum, which the first of them in document order declares under its own name.
/// To the others it is known by theirs, so that no name that callers write depends on which operations there are besides.
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
        /// The function's.
        package let function: Identifier
        /// The enum's that it throws.
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

/// Makes one error of those whose cases have the same names and hold the same values.
///
/// A case's comment is that of the first operation where all have the same one, else it is the status.
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

/// The failures of the first operation, without what only it says about them.
private func commonFailures(of endpoints: [Endpoint]) -> [Outcome] {
    var said: [StatusPattern: Set<String>] = [:]
    for failure in endpoints.lazy.flatMap(\.failures) { said[failure.response.status, default: []].insert(failure.documentation) }
    return endpoints[0].failures.map { failure in
        guard let texts = said[failure.response.status], texts.count > 1 else { return failure }
        var failure = failure
        failure.documentation = reasonPhrase(of: failure.response.status)
        return failure
    }
}

/// What a failure's case is called, what it holds, and how a server writes that.
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

/// What tells values of a body apart.
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

/// The function of a client that returns the pages of a list.
package struct EndpointPages {
    /// How the next page is requested.
    package enum Style {
        case cursor(EndpointParameter, next: MemberPath)
        /// The number of items that are skipped without the parameter.
        case offset(EndpointParameter, first: Int)
        /// The number of the page without the parameter.
        case page(EndpointParameter, first: Int)
        case link
        case url(next: MemberPath)
    }

    package let name: Identifier
    package let style: Style
    package let items: MemberPath
    package let itemType: TypeReference
    package let more: MemberPath?
    package let total: MemberPath?
    /// Whether names told of the pages, and no description.
    package var isRecognized = false
}

/// A member inside the value that an operation returns.
package struct MemberPath {
    /// The properties on the way, each with its type, in which aliases are replaced; empty for the value itself.
    package fileprivate(set) var properties: [(name: Identifier, type: TypeReference)] = []
    /// The type of the member.
    package fileprivate(set) var type: TypeReference
}

/// Decides which operations have pages, and which properties hold what requests them.
struct PageFinder {
    let declarations: [TypeDeclaration]
    let schemas: SchemaGraph

    /// Returns the pages of an operation.
    func pages(of endpoint: Endpoint, as description: PagesDescription, named name: Identifier) throws(PagesProblem)
        -> EndpointPages
    {
        let response = try response(of: endpoint)
        let items = try items(description.items, of: response)
        guard case .array(let element) = items.type.unwrapped else { throw .noArray(description.items ?? []) }
        return EndpointPages(
            name: name, style: try style(description.style, of: endpoint, response), items: items, itemType: element,
            more: try description.more.map { path throws(PagesProblem) in
                let more = try follow(path, from: response)
                guard more.type.unwrapped == .standard(.bool) else { throw .wrongType(path, "a boolean") }
                return more
            },
            total: try description.total.map { path throws(PagesProblem) in
                let total = try follow(path, from: response)
                guard total.type.unwrapped.isInteger else { throw .wrongType(path, "an integer") }
                return total
            })
    }

    private func style(
        _ style: PagesDescription.Style, of endpoint: Endpoint, _ response: MemberPath
    ) throws(PagesProblem) -> EndpointPages.Style {
        switch style {
        case .cursor(let name, let path):
            let parameter = try parameter(name, of: endpoint)
            let next = try follow(path, from: response)
            guard expanded(parameter.type).unwrapped == next.type.unwrapped else { throw .otherType(name, path) }
            return .cursor(parameter, next: next)
        case .offset(let name): return .offset(try number(name, of: endpoint), first: try first(name, of: endpoint) ?? 0)
        case .page(let name): return .page(try number(name, of: endpoint), first: try first(name, of: endpoint) ?? 1)
        case .link: return .link
        case .url(let path):
            let next = try follow(path, from: response)
            guard next.type.unwrapped == .string else { throw .wrongType(path, "a string") }
            return .url(next: next)
        }
    }

    private func parameter(_ name: String, of endpoint: Endpoint) throws(PagesProblem) -> EndpointParameter {
        let parameter = endpoint.parameters.first { $0.parameter.name == name && $0.parameter.location != .path }
        guard let parameter else { throw .noParameter(name) }
        return parameter
    }

    private func number(_ name: String, of endpoint: Endpoint) throws(PagesProblem) -> EndpointParameter {
        let parameter = try parameter(name, of: endpoint)
        guard expanded(parameter.type).unwrapped.isInteger else { throw .noNumber(name) }
        return parameter
    }

    /// The value that a server takes where the parameter is absent.
    private func first(_ name: String, of endpoint: Endpoint) throws(PagesProblem) -> Int? {
        guard case .number(let text)? = try parameter(name, of: endpoint).defaultValue else { return nil }
        return Int(text)
    }

    /// The value in the response of an operation that has one.
    func response(of endpoint: Endpoint) throws(PagesProblem) -> MemberPath {
        guard case .one(let index) = endpoint.success else { throw .noResponse }
        let outcome = endpoint.outcomes[index]
        guard outcome.choiceName == nil, let content = outcome.content, content.coding == .json, !outcome.mayLackContent else {
            throw .noResponse
        }
        let type = expanded(content.type)
        guard outcome.structureName != nil else { return MemberPath(type: type) }
        return MemberPath(properties: [(Identifier(verbatim: "body"), type)], type: type)
    }

    func items(_ path: [String]?, of response: MemberPath) throws(PagesProblem) -> MemberPath {
        if let path { return try follow(path, from: response) }
        if case .array = response.type.unwrapped { return response }
        let arrays = structure(response.type)?.properties.filter { property in
            if case .array = expanded(property.type).unwrapped { true } else { false }
        }
        guard let arrays, arrays.count == 1 else { throw .noItems }
        return try follow([arrays[0].wireName], from: response)
    }

    private func follow(_ path: [String], from response: MemberPath) throws(PagesProblem) -> MemberPath {
        var result = response
        for name in path {
            guard let property = structure(result.type)?.properties.first(where: { $0.wireName == name }) else {
                throw .noMember(path)
            }
            result.type = expanded(property.type)
            result.properties.append((property.name, result.type))
        }
        return result
    }

    func structure(_ type: TypeReference) -> Structure? {
        guard case .declared(let id) = type.unwrapped, case .structure(let structure) = declarations[id.index].shape else {
            return nil
        }
        return structure
    }

    /// The type with aliases replaced by what they are for, but for those inside collections.
    func expanded(_ type: TypeReference) -> TypeReference {
        var type = type
        var wrappers: [(TypeReference) -> TypeReference] = []
        while true {
            switch type {
            case .optional(let wrapped):
                wrappers.append(TypeReference.optional)
                type = wrapped
            case .nullable(let wrapped):
                wrappers.append(TypeReference.nullable)
                type = wrapped
            case .declared(let id):
                // The model has no alias that contains itself.
                guard case .alias(let target) = declarations[id.index].shape else {
                    return wrappers.reversed().reduce(type) { $1($0) }
                }
                type = target
            default: return wrappers.reversed().reduce(type) { $1($0) }
            }
        }
    }
}

/// Why no pages are generated for an operation.
struct PagesProblem: Error {
    let text: String

    static let noResponse = PagesProblem(text: "it must have one successful response, with JSON")
    static let noItems = PagesProblem(text: "the response must have one array, or 'items' must name it")

    static func noArray(_ path: [String]) -> PagesProblem { wrongType(path, "an array") }

    static func noMember(_ path: [String]) -> PagesProblem {
        PagesProblem(text: "its response has no property at '\(pointer(path))'")
    }

    static func wrongType(_ path: [String], _ expected: String) -> PagesProblem {
        PagesProblem(text: "'\(pointer(path))' of its response must be \(expected)")
    }

    static func noParameter(_ name: String) -> PagesProblem { PagesProblem(text: "it has no parameter '\(name)' outside its path") }
    static func noNumber(_ name: String) -> PagesProblem { PagesProblem(text: "parameter '\(name)' must be an integer") }

    static func otherType(_ name: String, _ path: [String]) -> PagesProblem {
        PagesProblem(text: "parameter '\(name)' must have the type of '\(pointer(path))' of its response")
    }

    private static func pointer(_ path: [String]) -> String { path.map { "/" + $0 }.joined() }
}

extension TypeReference {
    fileprivate var isInteger: Bool {
        switch self {
        case .standard(.int), .standard(.int8), .standard(.int16), .standard(.int32), .standard(.int64), .standard(.uint8),
            .standard(.uint16), .standard(.uint32), .standard(.uint64):
            true
        default: false
        }
    }
}

/// The operations whose first tag is the same, as a part of the client has them beside the client itself.
package struct ClientGroup {
    package let tag: String
    /// The description of the tag.
    package let description: String?
    /// The property of the client.
    package let property: Identifier
    /// The type of the property.
    package let typeName: Identifier
    package let functions: [ClientGroupFunction]
}

/// A function of a part of the client, which calls that of the client.
package struct ClientGroupFunction {
    /// The name of the operation without the words of the tag, such as `list` for `listPets`.
    package let name: Identifier
    package let endpoint: Endpoint
}

/// The parts of a client; none where the operations do not have several tags.
///
/// - Parameter names: the types of the namespace.
func clientGroups(of interface: Interface, _ about: About, names: inout NameScope) -> [ClientGroup] {
    var properties = NameScope(.operations, reserving: Set(interface.endpoints.flatMap(\.clientFunctionNames)))
    return interface.groups.map { group in
        let typeName = Identifier(typeFrom: group.tag)
        return ClientGroup(
            tag: group.tag, description: about.tags.first { $0.name == group.tag }?.description,
            property: properties.claim(
                Identifier(memberFrom: group.tag), alternative: Identifier(memberFrom: group.tag + " operations")),
            typeName: names.claim(
                typeName.appending(interface.prefix + "Client"), alternative: typeName.appending("Tag\(interface.prefix)Client")),
            functions: functions(of: group))
    }
}

private func functions(of group: OperationGroup) -> [ClientGroupFunction] {
    var scope = NameScope(.operations)
    return group.endpoints.map { endpoint in
        let short = name(endpoint.name, withoutTag: group.tag) ?? endpoint.name
        return ClientGroupFunction(name: scope.claim(short, alternative: endpoint.name), endpoint: endpoint)
    }
}

/// The name of an operation without the words of a tag; `nil` where the name does not have them, or has no others.
private func name(_ name: Identifier, withoutTag tag: String) -> Identifier? {
    func stems(_ words: [String]) -> [String] { words.map { (singularForm($0) ?? $0).lowercased() } }
    let all = words(of: name.name)
    let (own, removed) = (stems(all), stems(words(of: tag)))
    guard !removed.isEmpty, own.count > removed.count else { return nil }
    for start in 0...own.count - removed.count where Array(own[start..<start + removed.count]) == removed {
        return Identifier(memberFrom: (all[..<start] + all[(start + removed.count)...]).joined(separator: " "))
    }
    return nil
}

extension Endpoint {
    /// The names of the functions that a client has for the operation.
    fileprivate var clientFunctionNames: [String] {
        [name.name] + (pages.map { [$0.name.name] } ?? [])
    }
}

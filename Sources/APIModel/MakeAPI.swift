package import Diagnostics

/// Builds the model of a document: its types, its endpoints, and every Swift name.
///
/// - Parameters:
///   - namespace: the name of the enum that everything of the document lives in.
///   - overrides: names that were chosen by hand.
///   - typeOptions: what was chosen about the types.
///   - hasClientGroups: whether the client has a part for each tag.
///   - passesContext: whether the functions of a server have the context of the request as their last parameter.
package func makeAPI(
    from document: ResolvedDocument, namespace: Identifier, overrides: NameOverrides = NameOverrides(),
    typeOptions: TypeOptions = TypeOptions(), hasClientGroups: Bool = false, passesContext: Bool = false,
    log: inout DiagnosticLog
) -> API {
    let types = TypeBuilder(document.schemas, namespace: namespace, overrides: overrides, options: typeOptions)
    let builder = EndpointBuilder(document, types: types, namespace: namespace)
    let ownEndpoints = builder.endpoints(log: &log)
    let webhookBuilder = EndpointBuilder(document, types: types, namespace: namespace)
    webhookBuilder.components = builder.components
    let shared = sharingErrors(of: [ownEndpoints, webhookBuilder.webhooks(log: &log)], document.schemas)
    let (unpaged, webhooks) = (sharingAcceptedTypes(of: shared[0]), shared[1])
    for warning in types.warnings { log.report(warning) }
    let relaxed = relaxingOneWayMembers(of: types.declarations, for: unpaged + webhooks)
    let tagged = writingTags(in: wrappingRecursiveAliases(in: relaxed), document.schemas)
    let declarations = addingConformances(to: boxingLargeMembers(in: markingIndirection(in: tagged)), typeOptions)
    let endpoints = addingPages(to: unpaged, in: declarations, document.schemas, names: &builder.operationNames, log: &log)
    var names = types.names
    var interfaces = interfaces(
        endpoints, below: document.about.basePath, webhooks, in: declarations, names: &names, overrides: &types.overrides)
    for index in interfaces.indices where hasClientGroups {
        interfaces[index].clientGroups = clientGroups(of: interfaces[index], document.about, names: &names)
    }
    let credentials = credentials(for: document.about.securitySchemes, overrides: &types.overrides)
    let servers = namedServers(document.about.servers, of: document.operations, overrides: &types.overrides)
    return API(
        about: document.about, schemas: document.schemas, namespace: namespace, types: declarations, endpoints: endpoints,
        webhooks: webhooks, credentials: credentials, interfaces: interfaces, servers: servers,
        hiddenNames: HiddenNames(by: names.claimed.union([namespace.name])),
        overrides: types.overrides, passesContext: passesContext,
        enforced: EnforcedSchemas(document.schemas, readBy: endpoints + webhooks),
        xml: XMLShapes(document.schemas, of: endpoints + webhooks))
}

private func credentials(for schemes: [SecurityScheme], overrides: inout NameOverrides) -> [Credential] {
    var scope = NameScope(.credentials)
    overrides.hold(schemes.map { NameKey(.credentials, $0.name) }, in: &scope)
    return schemes.map { scheme in
        Credential(
            scheme: scheme,
            name: overrides.claim(
                NameKey(.credentials, scheme.name), Identifier(memberFrom: scheme.name, kind: "scheme"),
                alternative: Identifier(memberFrom: scheme.name + " scheme"), in: &scope))
    }
}

/// What client and server are made for: the paths, and the webhooks where there are some.
private func interfaces(
    _ endpoints: [Endpoint], below basePath: String, _ webhooks: [Endpoint], in declarations: [TypeDeclaration],
    names: inout NameScope, overrides: inout NameOverrides
) -> [Interface] {
    let paths = Interface(
        prefix: "", basePath: basePath, endpoints: endpoints, errorTypes: errorTypes(of: endpoints, in: declarations),
        names: &names, overrides: &overrides)
    if webhooks.isEmpty { return [paths] }
    let errorTypes = errorTypes(of: webhooks, in: declarations)
    return [paths, Interface(prefix: "Webhook", endpoints: webhooks, errorTypes: errorTypes, names: &names, overrides: &overrides)]
}

/// The types of the JSON bodies of failures, each once, in document order.
func errorTypes(of endpoints: [Endpoint], in declarations: [TypeDeclaration]) -> [ErrorType] {
    var scope = NameScope(.failureFunctions, reserving: Set(endpoints.map(\.name.name)))
    var seen: Set<TypeReference> = []
    var types: [ErrorType] = []
    for outcome in endpoints.flatMap(\.failures) {
        guard let content = outcome.content, content.coding == .json, outcome.structureName == nil, outcome.choiceName == nil,
            case .declared(let id) = content.type, seen.insert(content.type).inserted
        else { continue }
        let preferred = Identifier(memberFrom: functionWords(for: declarations[id.index].name.name))
        types.append(ErrorType(type: content.type, functionName: scope.claim(preferred)))
    }
    return types
}

/// The words of the function that returns a value of the type; `errorBody` for `Errors`, as it returns one body.
private func functionWords(for typeName: String) -> String {
    let one = TypeName(Identifier(verbatim: typeName)).singular.identifier.name
    return one.count < typeName.count ? one + "Body" : typeName
}

/// Turns aliases that contain themselves, which Swift refuses, into structs that hold the value.
private func wrappingRecursiveAliases(in declarations: [TypeDeclaration]) -> [TypeDeclaration] {
    var declarations = declarations
    /// The walk in which an alias was met; an alias has at most one target, so each is met once.
    var walks = [Int](repeating: -1, count: declarations.count)
    for start in declarations.indices {
        var next: Int? = start
        while let index = next, case .alias(let type) = declarations[index].shape {
            if walks[index] == start {
                // A cycle of references without a schema in it accepts any value.
                let isEndless = !hasCollection(onRingThrough: index, in: declarations)
                declarations[index].shape = isEndless ? .alias(.anyJSON) : .wrapper(type)
            }
            guard walks[index] < 0 else { break }
            walks[index] = start
            next = type.innermostDeclaration?.index
        }
    }
    return declarations
}

private func hasCollection(onRingThrough start: Int, in declarations: [TypeDeclaration]) -> Bool {
    var index = start
    for _ in declarations.indices {
        guard case .alias(let type) = declarations[index].shape, let next = type.innermostDeclaration else { return false }
        guard case .declared = type.unwrapped else { return true }
        index = next.index
        if index == start { return false }
    }
    return false
}

extension TypeReference {
    /// The declared type inside arrays, dictionaries and optionals.
    var innermostDeclaration: TypeID? {
        switch self {
        case .declared(let id): id
        case .array(let inner), .dictionary(let inner), .optional(let inner), .nullable(let inner): inner.innermostDeclaration
        case .standard, .runtime, .foundation, .custom: nil
        }
    }
}

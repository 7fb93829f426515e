package import Diagnostics

/// Builds the model of a document: its types, its endpoints, and every Swift name.
///
/// - Parameters:
///   - namespace: the name of the enum that everything of the document lives in.
///   - overrides: names that were chosen by hand.
///   - formats: types that were chosen for formats.
package func makeAPI(
    from document: ResolvedDocument, namespace: Identifier, overrides: NameOverrides = NameOverrides(),
    formats: FormatTypes = FormatTypes(), log: inout DiagnosticLog
) -> API {
    let types = TypeBuilder(document.schemas, reserved: reservedTypeNames.union([namespace.name]), overrides: overrides, formats: formats)
    var builder = EndpointBuilder(document, types: types, reservedFunctions: reservedFunctionNames)
    let endpoints = builder.endpoints(log: &log)
    var webhookBuilder = EndpointBuilder(document, types: builder.types, reservedFunctions: reservedFunctionNames)
    let webhooks = webhookBuilder.webhooks(log: &log)
    builder.types = webhookBuilder.types
    for warning in builder.types.warnings { log.report(warning) }
    let relaxed = relaxingOneWayMembers(of: builder.types.declarations, for: endpoints + webhooks)
    let tagged = writingTags(in: wrappingRecursiveAliases(in: relaxed), document.schemas)
    let declarations = boxingLargeMembers(in: markingIndirection(in: tagged))
    return API(
        about: document.about, schemas: document.schemas, namespace: namespace, types: declarations, endpoints: endpoints,
        webhooks: webhooks, credentials: credentials(for: document.about.securitySchemes),
        hiddenNames: HiddenNames(among: declarations.map(\.name.name)), overrides: builder.types.overrides,
        formatModules: formats.modules,
        enforced: EnforcedSchemas(document.schemas, readBy: endpoints + webhooks),
        xml: XMLShapes(document.schemas, of: endpoints + webhooks))
}

/// Names in the namespace that are not for schemas.
private let reservedTypeNames: Set<String> = [
    "Client", "Server", "FakeServer", "FakeWebhookServer", "ServerSecurity", "Servers", "Operations", "WebhookClient", "WebhookServer", "WebhookServerSecurity", "WebhookOperations", "XMLShapes", "Type", "Protocol", "Self", "Any", "Swift", "APIRuntime", "_",
]

/// Members of the generated client and server that are not for operations.
private let reservedFunctionNames: Set<String> = ["configuration", "router", "init", "response", "with", "authenticate", "sending"]

private func credentials(for schemes: [SecurityScheme]) -> [Credential] {
    var scope = NameScope(reserved: unusableMemberNames)
    return schemes.map { Credential(scheme: $0, name: scope.claim(Identifier(memberFrom: $0.name))) }
}

/// The types of JSON bodies that come with failures, each once, in document order.
func errorTypes(of endpoints: [Endpoint], in declarations: [TypeDeclaration]) -> [ErrorType] {
    var scope = NameScope(reserved: unusableMemberNames.union(endpoints.map(\.name.name)))
    var seen: Set<TypeReference> = []
    var types: [ErrorType] = []
    for outcome in endpoints.flatMap(\.outcomes) where !outcome.response.status.isSuccess {
        guard let content = outcome.content, content.coding == .json, outcome.structureName == nil, outcome.choiceName == nil,
            case .declared(let id) = content.type, seen.insert(content.type).inserted
        else { continue }
        let wish = Identifier(memberFrom: declarations[id.index].name.name)
        types.append(ErrorType(type: content.type, functionName: scope.claim(wish)))
    }
    return types
}

/// Turns aliases that contain themselves, which Swift refuses, into structs that hold the value.
private func wrappingRecursiveAliases(in declarations: [TypeDeclaration]) -> [TypeDeclaration] {
    var declarations = declarations
    /// The walk in which an alias was met; an alias leads to one other at most, so each is met once.
    var walks = [Int](repeating: -1, count: declarations.count)
    for start in declarations.indices {
        var next: Int? = start
        while let index = next, case .alias(let type) = declarations[index].shape {
            if walks[index] == start {
                // Types that are each other and nothing else say nothing of their values.
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
        case .standard, .runtime, .custom: nil
        }
    }
}

extension HiddenNames {
    init(among names: [String]) {
        let names = Set(names)
        standardLibrary = !names.isDisjoint(with: standardNames)
        models = !names.isDisjoint(with: modelNames)
        operations = !names.isDisjoint(with: operationNames)
    }
}

/// Names of the standard library that generated code uses.
private let standardNames = Set(StandardType.allCases.map(\.rawValue)).union(["CaseIterable", "Hashable", "Sendable"])

/// Names of the runtime that generated models use.
private let modelNames = Set(RuntimeType.allCases.map(\.rawValue)).union([
    "ClosedIntegerEnum", "ClosedStringEnum", "Indirect", "IndirectIfPresent", "JSONCodable", "JSONError", "JSONKeys", "JSONReader",
    "JSONWriter", "Nullable", "OpenIntegerEnum", "OpenStringEnum", "OpenValueEnum",
])

/// Names of the runtime that generated clients and servers use besides.
private let operationNames: Set<String> = [
    "APIClient", "APIKeyCredential", "APIOperation", "BasicCredential", "BearerToken", "CallError", "ClientConfiguration",
    "AcceptedMediaTypes", "ClientResponse", "ClientTransport", "Credential", "DocumentSchemas", "ErrorResponse", "EventStream",
    "JSONEvents", "JSONLines", "Middleware", "MultipartBody", "MultipartCodable", "MultipartFile", "MultipartForm",
    "MultipartParts", "OperationCall", "OperationError", "PresentedCredential", "RequestBodyDescription", "RequestFailure",
    "Router", "SecurityScheme", "ServerRequest", "ServerResponse", "StreamedClientResponse", "XMLShape",
]

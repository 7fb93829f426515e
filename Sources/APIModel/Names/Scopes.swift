/// A scope of the generated code in which names of the document are declared.
///
/// Each has names that the generated code needs for itself there. Where these are local variables, what the document names is
/// claimed under its own name and only moves aside inside the function: see ``FunctionLocals`` and ``MemberNames``.
package enum GeneratedScope: CaseIterable, Sendable {
    /// The enum that everything of the document lives in: the types of schemas, operations and tags.
    case namespace
    /// `Client`, `Server`, `Operations` and the fake server, which all have a member for each operation.
    case operations
    /// What the operations' own types and functions are named after.
    case operationTypes
    /// The labels of an operation's parameters.
    case parameters
    /// The variables of a function of the generated client.
    case clientFunction
    /// The variables of a function of the generated server that reads a request and writes the response.
    case serverFunction
    /// The members of a client's credentials, and the functions of a server that recognize them.
    case credentials
    /// The functions of a server that describe failures in a type of the document.
    case failureFunctions
    /// The properties of a schema's struct.
    case structure
    /// The elements of a schema's tuple.
    case tuple
    /// The cases of a schema's enum of values.
    case enumeration
    /// The cases of a schema's enum of alternatives.
    case union
    /// The parts of a multipart form.
    case form
    /// The header fields of a part, beside its value.
    case part
    /// The cases of an enum of media types.
    case contents
    /// The cases of an operation's error or of its successes.
    case outcomes
    /// The headers of a response, beside its body.
    case response
    /// The functions of `Servers`.
    case servers
    /// The enums of server variables inside `Servers`.
    case serverTypes
    /// The parameters of a function of `Servers`.
    case serverVariables
    /// The cases of a server variable's enum.
    case serverValues
    /// The constants of `XMLShapes`.
    case xmlShapes
}

extension GeneratedScope {
    /// The names that nothing of the document gets here as they are.
    package var reservedNames: Set<String> {
        reservedNamesOfScopes[self] ?? []
    }

    /// What the generated code declares or uses under a name that the document might have.
    fileprivate var ownNames: Set<String> {
        switch self {
        case .namespace: namespaceNames
        case .operations: clientMembers.union(["router", "acceptedCredential"])
        case .parameters: ["accept", "mediaType", "principal"]
        case .clientFunction: ["call", "configuration", "response"]
        case .serverFunction: ["mediaType", "principal", "authenticate", "request", "router", "basePath", "verifying"]
        case .credentials: ["byScheme", "credential", "scheme"]
        case .failureFunctions: ["failure"]
        case .structure, .union: ["hashValue"]
        case .tuple: ["hashValue", "json"]
        case .enumeration: ["allCases", "hashValue", "knownCase", "knownCases", "rawValues"]
        case .serverValues: ["allCases", "hashValue"]
        case .form: ["form"]
        case .part: ["file", "form", "name", "part", "value"]
        case .outcomes: ["failed"]
        case .response: ["body"]
        case .serverTypes: usedStandardNames
        case .operationTypes, .contents, .servers, .serverVariables, .xmlShapes: []
        }
    }
}

private let reservedNamesOfScopes = Dictionary(
    uniqueKeysWithValues: GeneratedScope.allCases.map { ($0, unusableNames.union($0.ownNames)) })

/// Names that backticks cannot save: `T.self`, `T.Type` and `T.Protocol` are not members.
private let unusableNames: Set<String> = ["self", "Self", "Type", "Protocol", "_"]

/// The declarations of the namespace besides types of the document, and the modules that generated code names.
private let namespaceNames: Set<String> = Set(
    ["", "Webhook"].flatMap { prefix in
        ["Client", "Operations", "Server", "ServerSecurity"].map { prefix + $0 } + ["Fake\(prefix)Server"]
    }
).union(["Servers", "XMLShapes", "Any", "Swift", "APIRuntime"])

extension Identifier {
    /// Whether something inside a document's namespace would hide a namespace of the name from generated code.
    package var isTakenInNamespace: Bool {
        GeneratedScope.namespace.reservedNames.contains(name) || hidingNames.contains(name)
    }

    /// Whether a document's namespace of the name would hide a type that much code in its module uses.
    package var isWidelyUsed: Bool {
        runtimeTypesOfModels.contains(name) || runtimeTypesOfOperations.contains(name) || widelyUsedStandardNames.contains(name)
    }
}

/// Types nested in declarations of the namespace, and the generic parameters of its functions.
private let hidingNames: Set<String> = ["Credentials", "Failure", "Principal"]

/// Which names must be written with their module, because a type of the document has one of them.
package struct HiddenNames: Sendable {
    package let standardLibrary: Bool
    /// The protocol of the standard library for types with an `id`.
    package let identifiable: Bool
    /// The runtime's names that models use.
    package let models: Bool
    /// The runtime's names that clients and servers use besides.
    package let operations: Bool
    /// A server's associated type.
    package let principal: Bool
    /// A client's nested type.
    package let credentials: Bool

    /// - Parameter names: of all types in the namespace, and of the namespace itself.
    package init(by names: Set<String>) {
        standardLibrary = !names.isDisjoint(with: usedStandardNames)
        identifiable = standardLibrary || names.contains("Identifiable")
        models = !names.isDisjoint(with: runtimeTypesOfModels)
        operations = !names.isDisjoint(with: runtimeTypesOfOperations)
        principal = names.contains("Principal")
        credentials = names.contains("Credentials")
    }
}

/// Names of the standard library that generated code uses.
package let usedStandardNames = Set(StandardType.allCases.map(\.rawValue)).union([
    "Array", "CaseIterable", "Hashable", "RawRepresentable", "Sendable",
])

/// Names of the standard library that much code uses, which a document's namespace is not to hide in its module.
package let widelyUsedStandardNames = usedStandardNames.union([
    "AnyObject", "AsyncSequence", "Character", "Codable", "Collection", "Comparable", "CustomStringConvertible", "Decodable",
    "Decoder", "Dictionary", "Duration", "Encodable", "Encoder", "Equatable", "Error", "Identifiable", "Never", "Optional", "Range",
    "Result", "Sequence", "Set", "Substring", "Task", "TaskGroup", "UInt", "Void",
])

/// Names of the runtime that generated models use.
package let runtimeTypesOfModels = Set(RuntimeType.allCases.map(\.rawValue)).union([
    "ClosedIntegerEnum", "ClosedStringEnum", "Indirect", "IndirectIfPresent", "JSONCodable", "JSONError", "JSONKeys", "JSONReader",
    "JSONWriter", "Nullable", "OpenIntegerEnum", "OpenStringEnum", "OpenValueEnum", "RawValues",
])

/// Names of the runtime that generated clients and servers use besides.
package let runtimeTypesOfOperations: Set<String> = [
    "APIClient", "APIKeyCredential", "APIOperation", "AcceptedMediaTypes", "BasicCredential", "BearerToken", "CallError",
    "APIKeyScheme", "BasicScheme", "BearerScheme", "ClientConfiguration", "ClientCredential", "ClientResponse", "ClientTransport",
    "Credential", "DocumentSchemas", "ErrorResponse", "EventStream", "FailedResponse", "HTTPScheme", "MutualTLSScheme",
    "OAuth2Scheme",
    "JSONEvents", "JSONLines", "Middleware", "MultipartBody", "MultipartCodable", "MultipartFile", "MultipartForm", "MultipartPart",
    "MultipartPartCodable", "MultipartParts", "OperationCall", "OperationError", "PageSequence", "Parameter", "PresentedCredential",
    "RequestBodyDescription", "RequestContext", "RequestFailure", "RetryPolicy", "Router", "SecurityScheme",
    "ServerRequest", "ServerResponse", "StreamedClientResponse", "TypedEvents", "WebhookSignature", "XMLShape",
]

/// The members that every generated client has from the runtime.
package let clientMembers: Set<String> = ["configuration", "response", "sending", "with"]

/// The kinds of objects that a reference can refer to.
enum ReferenceKind: String, CaseIterable {
    case schema, parameter, response, header, example, link, callback
    case requestBody = "request body"
    case pathItem = "path item"
    case securityScheme = "security scheme"
    case mediaType = "media type"

    /// Whether it is used in documentation only, so that its absence does not affect code.
    var isDocumentation: Bool { self == .example || self == .link }

    /// The field of the components object for this kind.
    var section: String {
        switch self {
        case .schema: "schemas"
        case .parameter: "parameters"
        case .response: "responses"
        case .header: "headers"
        case .example: "examples"
        case .link: "links"
        case .callback: "callbacks"
        case .requestBody: "requestBodies"
        case .pathItem: "pathItems"
        case .securityScheme: "securitySchemes"
        case .mediaType: "mediaTypes"
        }
    }

    /// Returns the path from the root of a document to objects of this kind.
    func path(in version: SpecificationVersion) -> [String] {
        guard version == .v2_0 else { return ["components", section] }
        switch self {
        case .schema: return ["definitions"]
        case .securityScheme: return ["securityDefinitions"]
        default: return [section]
        }
    }

    /// The fields of the components object.
    static let sections = [
        "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
        "callbacks", "pathItems", "mediaTypes",
    ]

    /// The kind's name with its article.
    var phrase: String { (self == .example ? "an " : "a ") + rawValue }

    /// Returns the kind of object a pointer refers to if it is certainly another one, or `nil`.
    func otherKind(at pointer: JSONPointer) -> String? {
        let tokens = pointer.tokens
        if tokens.count == 3, tokens[0] == "components" {
            return Self.allCases.first { $0.section == tokens[1] && $0 != self }?.phrase
        }
        if tokens.count == 2, tokens[0] == "definitions" { return self == .schema ? nil : Self.schema.phrase }
        guard self == .schema else { return nil }
        if tokens.isEmpty { return "the whole document" }
        return tokens == ["components"] || tokens == ["paths"] ? "the \(tokens[0]) object" : nil
    }
}

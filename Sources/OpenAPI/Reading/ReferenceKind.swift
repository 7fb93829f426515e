/// What a reference is to lead to.
enum ReferenceKind: String {
    case schema, parameter, response, header, example, link, callback
    case requestBody = "request body"
    case pathItem = "path item"
    case securityScheme = "security scheme"
    case mediaType = "media type"

    /// The field of the components object that holds them.
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

    /// The way to them from a document's root.
    func path(in version: SpecificationVersion) -> [String] {
        guard version == .v2_0 else { return ["components", section] }
        switch self {
        case .schema: return ["definitions"]
        case .securityScheme: return ["securityDefinitions"]
        default: return [section]
        }
    }

    /// Every field of the components object.
    static let sections = [
        "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
        "callbacks", "pathItems", "mediaTypes",
    ]

    /// Whether a pointer leads into the components object, to something of another kind.
    func contradicts(_ pointer: JSONPointer) -> Bool {
        let tokens = pointer.tokens
        if tokens.count == 3, tokens[0] == "components" { return tokens[1] != section && Self.sections.contains(tokens[1]) }
        if tokens.count == 2, tokens[0] == "definitions" { return self != .schema }
        return self == .schema && tokens.count < 2 && (tokens.isEmpty || tokens == ["components"] || tokens == ["paths"])
    }
}

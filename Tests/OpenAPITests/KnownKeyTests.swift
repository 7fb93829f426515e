import Diagnostics
import OpenAPI
import Testing
import YAMLTree

/// Nothing is dropped silently: a key that the specification does not know is warned about where it stands.
///
/// The table below is the specification's and not the reader's, which is what is tested.
struct KnownKeyTests {
    @Test(.enabled(if: SharedDocumentTests.isPresent, "there is no ../shared"), arguments: SharedDocumentTests.entries())
    func unknownKeysAreWarnedAbout(_ row: Row) throws {
        let reading = try #require(SharedDocumentTests.read("corpus/" + row["entry"]))
        guard let document = reading.document, reading.errors == [], let root = document.root(in: reading.log) else { return }
        var unknown: [YAMLEntry] = []
        Grammar(isSwagger: document.version == .v2_0).walk(root, as: "document", unknown: &unknown)
        let warned = Set(reading.log.diagnostics.map(\.position))
        let silent = unknown.filter { !warned.contains($0.key.position) && !warned.contains($0.value.position) }
        #expect(silent.map { "\($0.key.position.line): \($0.name)" } == [])
    }
}

extension OpenAPIDocument {
    /// The tree of the document, read anew.
    fileprivate func root(in log: DiagnosticLog) -> YAMLNode? {
        var copy = log
        return parseYAML(position.file, log: &copy)?.root
    }
}

/// Which fields an object has, and what stands in them: `name`, `name=object`, `name=[object]` or `name={object}`.
private struct Grammar {
    let isSwagger: Bool

    func walk(_ node: YAMLNode, as object: String, unknown: inout [YAMLEntry]) {
        guard node.isMapping, node["$ref"] == nil, let fields = fields(of: object) else { return }
        for entry in node.entries where !entry.name.hasPrefix("x-") {
            guard let content = fields[entry.name] else {
                unknown.append(entry)
                continue
            }
            let name = content.trimmed
            if content.hasPrefix("["), entry.value.isSequence {
                for element in entry.value.elements { walk(element, as: name, unknown: &unknown) }
            } else if content.hasPrefix("{") {
                for member in entry.value.entries where !member.name.hasPrefix("x-") {
                    walk(member.value, as: name, unknown: &unknown)
                }
            } else if !name.isEmpty {
                walk(entry.value, as: name, unknown: &unknown)
            }
        }
    }

    private func fields(of object: String) -> [String: String]? {
        (isSwagger ? swaggerObjects[object] : nil) ?? objects[object]
    }
}

extension String {
    /// The object's name without the brackets that say how many there are.
    fileprivate var trimmed: String { hasPrefix("[") || hasPrefix("{") ? String(dropFirst().dropLast()) : self }
}

private func table(_ lines: [String: String]) -> [String: [String: String]] {
    lines.mapValues { line in
        Dictionary(
            uniqueKeysWithValues: line.split(separator: " ").map { field in
                let parts = field.split(separator: "=").map(String.init)
                return (parts[0], parts.count > 1 ? parts[1] : "")
            })
    }
}

private let schemaFields = """
    $ref $id $schema $anchor $dynamicAnchor $dynamicRef $comment $vocabulary $recursiveRef $recursiveAnchor $defs={schema} \
    definitions={schema} type nullable title description format default const enum example examples readOnly writeOnly \
    deprecated properties={schema} patternProperties={schema} required additionalProperties=schema \
    unevaluatedProperties=schema propertyNames=schema minProperties maxProperties dependentRequired \
    dependentSchemas={schema} dependencies items=schema prefixItems=[schema] contains=schema minContains maxContains \
    minItems maxItems uniqueItems unevaluatedItems=schema additionalItems=schema allOf=[schema] oneOf=[schema] \
    anyOf=[schema] not=schema if=schema then=schema else=schema discriminator minimum maximum exclusiveMinimum \
    exclusiveMaximum multipleOf minLength maxLength pattern contentEncoding contentMediaType contentSchema=schema \
    externalDocs=docs xml=xml
    """

private let pathItemFields = """
    $ref summary description get=operation put=operation post=operation delete=operation options=operation head=operation \
    patch=operation trace=operation query=operation additionalOperations={operation} servers=[server] parameters=[parameter]
    """

private let objects = table([
    "document": """
    openapi $self jsonSchemaDialect info=info servers=[server] paths={pathItem} webhooks={pathItem} \
    components=components security tags=[tag] externalDocs=docs
    """,
    "info": "title summary description termsOfService contact=contact license=license version",
    "contact": "name url email",
    "license": "name identifier url",
    "server": "url name description variables={variable}",
    "variable": "enum default description",
    "tag": "name summary description externalDocs=docs parent kind",
    "docs": "description url",
    "components": """
    schemas={schema} responses={response} parameters={parameter} examples={example} requestBodies={requestBody} \
    headers={header} securitySchemes={scheme} links={link} callbacks pathItems={pathItem} mediaTypes={mediaType}
    """,
    "pathItem": pathItemFields,
    "operation": """
    tags summary description externalDocs=docs operationId parameters=[parameter] requestBody=requestBody \
    responses={response} callbacks deprecated security servers=[server]
    """,
    "parameter": """
    name in description required deprecated allowEmptyValue style explode allowReserved schema=schema example \
    examples={example} content={mediaType}
    """,
    "header": """
    description required deprecated allowEmptyValue style explode allowReserved schema=schema example \
    examples={example} content={mediaType}
    """,
    "requestBody": "description content={mediaType} required",
    "mediaType": """
    schema=schema itemSchema=schema example examples={example} encoding={encoding} prefixEncoding=[encoding] \
    itemEncoding=encoding description
    """,
    "encoding": """
    contentType headers={header} style explode allowReserved encoding={encoding} prefixEncoding=[encoding] \
    itemEncoding=encoding
    """,
    "response": "summary description headers={header} content={mediaType} links={link}",
    "example": "summary description value externalValue dataValue serializedValue",
    "link": "operationRef operationId parameters requestBody description server=server",
    "scheme": """
    type description name in scheme bearerFormat flows={flow} openIdConnectUrl oauth2MetadataUrl deprecated flow \
    scopes
    """,
    "flow": "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl scopes",
    "schema": schemaFields,
    "xml": "name namespace prefix attribute wrapped nodeType",
])

private let swaggerItemFields = """
    type format items=items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength \
    minLength pattern maxItems minItems uniqueItems enum multipleOf
    """

private let swaggerObjects = table([
    "document": """
    swagger info=info host basePath schemes consumes produces paths={pathItem} definitions={schema} \
    parameters={parameter} responses={response} securityDefinitions={scheme} security tags=[tag] externalDocs=docs
    """,
    "operation": """
    tags summary description externalDocs=docs operationId consumes produces parameters=[parameter] \
    responses={response} schemes deprecated security
    """,
    "parameter": "name in description required schema=schema allowEmptyValue " + swaggerItemFields,
    "items": swaggerItemFields,
    "response": "description schema=schema headers={header} examples",
    "header": "description " + swaggerItemFields,
    "scheme": "type description name in flow authorizationUrl tokenUrl scopes",
])

import Foundation

/// Documents in which a hostile name stands wherever a document can put a name.
enum HostileDocuments {
    /// A small document in which one name is everything's.
    static func everything(called name: String) -> String {
        let component = HostileNames.components.contains(name) ? name : "Component"
        let written = quoted(name.isEmpty ? "empty" : name)
        let header = HostileNames.tokens.contains(name) ? written : "X-Header"
        return """
            openapi: 3.1.1
            info: {title: Names, version: "1"}
            paths:
              /a:
                post:
                  operationId: \(written)
                  tags: [\(written)]
                  security: [{\(quoted(component)): []}]
                  parameters: [{name: \(written), in: query, schema: {enum: [a, \(quoted(name))], default: \(quoted(name))}}]
                  requestBody: {required: true, content: {application/json: {schema: \(schema(component))}, text/plain: {}}}
                  responses:
                    "200": {$ref: \(reference("responses", component))}
                    "201": {description: Made}
                    default: {description: Bad, content: {application/json: {schema: {properties: {m: {type: string}}}}}}
              /b: {get: {operationId: b, tags: [b], responses: \(ok)}}
            webhooks:
              \(quoted(name)): {post: {requestBody: \(body("{properties: {v: {type: string}}}")), responses: \(ok)}}
            components:
              securitySchemes: {\(quoted(component)): {type: http, scheme: bearer}}
              responses:
                \(quoted(component)):
                  description: OK
                  headers: {\(header): {schema: {type: string}}}
                  content: {application/json: {schema: {type: array, items: \(schema(component))}}}
              schemas:
                \(quoted(component)):
                  required: [\(quoted(name))]
                  properties:
                    \(quoted(name)): {required: [\(quoted(name))], properties: {\(quoted(name)): {type: string}}}
                    tuple: {type: array, prefixItems: [{title: \(quoted(name))}]}
                    union:
                      oneOf: [{title: \(quoted(name)), required: [a], properties: {a: {}}}, {title: b, required: [b], properties: {b: {}}}]
            """
    }

    /// Documents with one place each, where all the names meet.
    static let places = [
        "operations": document(
            paths: entries(HostileNames.operationIDs) { index, name in
                "/\(index): {get: {operationId: \(quoted(name)), tags: [\(quoted(name))], responses: \(ok)}}"
            }),
        "parameters": parameters,
        "properties": properties,
        "values": values,
        "alternatives": alternatives,
        "servers": document(
            others: "servers: ["
                + entries(HostileNames.templated) { index, name in
                    let variable = index % 2 == 0 ? "{default: a, enum: [a, \(quoted(name))]}" : "{default: a}"
                    let url = quoted("https://example.com/{\(name)}/{other}")
                    return "{url: \(url), variables: {\(quoted(name)): \(variable), other: {default: b}}}"
                } + "]"),
        "named-servers": document(
            version: "3.2.0",
            others: "servers: ["
                + entries(HostileNames.all) { _, name in
                    "{url: 'https://example.com/{v}', name: \(quoted(name)), variables: {v: {default: a, enum: [a, b]}}}"
                } + "]"),
        "schemes": document(
            paths: "/a: {get: {operationId: get, responses: \(ok)}}",
            others: "security: [" + entries(HostileNames.components) { "{\(quoted($1)): []}" }
                + "]\ncomponents: {securitySchemes: {"
                + entries(HostileNames.components) { "\(quoted($1)): {type: apiKey, in: header, name: X-\($0)}" } + "}}"),
        "bodies": bodies,
        "webhooks": document(
            paths: "/a: {post: {operationId: post, responses: \(ok), callbacks: {"
                + entries(HostileNames.all) { "\(quoted($1)): {'{$request.body#/url}': {post: {responses: \(ok)}}}" } + "}}}",
            others: "webhooks: {"
                + entries(HostileNames.all) { _, name in
                    "\(quoted(name)): {post: {requestBody: \(body("{properties: {v: {type: string}}}")), responses: \(ok)}}"
                } + "}"),
        "components": components,
    ]

    private static let parameters = document(
        paths: entries(HostileNames.templated) { index, name in
            let ignored = ["accept", "authorization", "content-type"]
            let isToken = HostileNames.tokens.contains(name)
            let locations =
                ["query"] + (isToken ? ["cookie"] : []) + (isToken && !ignored.contains(name.lowercased()) ? ["header"] : [])
            let parameters =
                ["{name: \(quoted(name)), in: path, required: true, schema: {type: string}}"]
                + locations.map { "{name: \(quoted(name)), in: \($0), schema: {type: string}}" }
            return """
                \(quoted("/\(index)/{\(name)}")): {get: {operationId: get\(index), security: [{key: []}], \
                parameters: [\(parameters.joined(separator: ", "))], \
                responses: {"200": {description: OK, headers: {X-A: {schema: {type: string}}}, content: {text/plain: {}}}, \
                default: {description: Bad, content: {application/json: {schema: {properties: {m: {type: string}}}}}}}}}
                """
        }, others: "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}")

    private static let properties = document(
        schemas: """
            Required: {required: [\(entries(HostileNames.all) { quoted($1) })], additionalProperties: {type: string}, properties: {\(members)}}
            Optional: {properties: {\(members)}}
            Nested: {properties: {\(entries(HostileNames.all) { "\(quoted($1)): {properties: {\(quoted($1)): {type: integer}}}" })}}
            Elements: {type: array, minItems: 200, prefixItems: [\(entries(HostileNames.all) { "{title: \(quoted($1)), type: string}" })]}
            """)

    private static let values = document(
        schemas: """
            Values: {type: string, enum: [\(entries(HostileNames.all) { quoted($1) })]}
            Mixed: {enum: [1, true, \(entries(HostileNames.all) { quoted($1) })]}
            Defaults: {properties: {\(entries(HostileNames.all) { "p\($0): {enum: [\(quoted($1)), another], default: \(quoted($1))}" })}}
            Discriminated:
              oneOf: [\(entries(HostileNames.all) { index, _ in schema("Alternative\(index)") })]
              discriminator:
                propertyName: kind
                mapping: {\(entries(HostileNames.all) { "\(quoted($1)): \(reference("schemas", "Alternative\($0)"))" })}

            """
                + HostileNames.all.indices.map { "Alternative\($0): {required: [kind], properties: {kind: {}}}" }.joined(
                    separator: "\n"))

    private static let alternatives = document(
        schemas: HostileNames.components.enumerated().map { index, name in
            let other = HostileNames.components[(index + 1) % HostileNames.components.count]
            return """
                \(quoted(name)): {required: [r\(index)], properties: {r\(index): {type: string}}}
                Owner-of-\(index): {properties: {\(quoted(name)): \(schema(name))}}
                Either-of-\(index): {anyOf: [\(schema(name)), \(schema(other))]}
                """
        }.joined(separator: "\n"))

    private static let bodies = document(
        paths: """
            /forms:
              post:
                operationId: post
                requestBody:
                  content:
                    multipart/form-data:
                      schema: {required: [\(entries(HostileNames.all) { quoted($1) })], properties: {\(members)}}
                responses: {"204": {description: Done}}
            /headers:
              get:
                operationId: get
                responses: {"200": {description: OK, headers: {\(entries(HostileNames.headers) { "\(quoted($1)): {schema: {type: string}}" })}}}
            """)

    private static let components = document(
        paths: entries(HostileNames.components) { index, name in
            """
            /\(index): {post: {operationId: post\(index), parameters: [{$ref: \(reference("parameters", name))}], \
            requestBody: {$ref: \(reference("requestBodies", name))}, responses: {"200": {$ref: \(reference("responses", name))}}}}
            """
        },
        others: """
            components:
              parameters: {\(all("{name: q, in: query, schema: {enum: [a, b]}}"))}
              requestBodies: {\(all(body("{properties: {v: {type: string}}}")))}
              headers: {\(all("{schema: {enum: [a, b]}}"))}
              responses:
            \(entries(HostileNames.components, separator: "\n") { """
                    \(quoted($1)):
                      description: OK
                      content: {application/json: {schema: {properties: {v: {type: string}}}}}
                      headers: {X-H: {$ref: \(reference("headers", $1))}}
                """ })
            """)
}

extension HostileDocuments {
    private static func document(version: String = "3.1.1", paths: String = "", others: String = "") -> String {
        let paths = paths.contains("\n") ? "\n" + paths.indented : " {" + paths + "}"
        return "openapi: \(version)\ninfo: {title: Names, version: '1'}\npaths:\(paths)\n\(others)\n"
    }

    private static func document(schemas: String) -> String {
        document(others: "components:\n  schemas:\n" + schemas.indented.indented)
    }

    private static func entries(_ names: [String], separator: String = ", ", _ entry: (Int, String) -> String) -> String {
        names.enumerated().map { entry($0.offset, $0.element) }.joined(separator: separator)
    }

    private static func all(_ component: String) -> String {
        entries(HostileNames.components) { "\(quoted($1)): \(component)" }
    }

    private static let members = entries(HostileNames.all) { "\(quoted($1)): {type: string}" }
    private static let ok = "{\"200\": {description: OK, content: {application/json: {schema: {type: string}}}}}"

    private static func body(_ schema: String) -> String {
        "{content: {application/json: {schema: \(schema)}}}"
    }

    private static func schema(_ name: String) -> String {
        "{$ref: \(reference("schemas", name))}"
    }

    private static func reference(_ kind: String, _ name: String) -> String {
        quoted("#/components/\(kind)/\(name)")
    }

    /// The text in quotes, as YAML and JSON write it.
    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension String {
    fileprivate var indented: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
    }
}

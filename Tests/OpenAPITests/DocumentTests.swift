import Diagnostics
import OpenAPI
import Testing

struct DocumentTests {
    @Test func descriptionsAreReadWithTheirPlaces() throws {
        let reading = Reading(
            """
            openapi: 3.2.0
            info:
              title: Tickets
              version: 1.10
              contact: {name: Ada, email: ada@example.com}
              license: {name: MIT, identifier: MIT}
            servers:
              - url: https://{region}.example.com
                variables: {region: {default: north, enum: [north, south]}}
            tags:
              - {name: sales, summary: Sales, parent: all, kind: nav}
            paths: {}
            """)
        let document = try #require(reading.document)
        #expect(reading.diagnostics == [])
        #expect(document.version == .v3_2)
        #expect(document.versionText == "3.2.0")
        #expect(document.info.version == "1.10")
        #expect(document.info.contact?.email == "ada@example.com")
        #expect(document.info.license?.identifier == "MIT")
        #expect(document.servers.first?.variables.first?.enumeration == ["north", "south"])
        #expect(document.tags.first?.parent == "all")
        #expect(document.tags.first?.position.line == 11)
    }

    @Test(arguments: [
        ("openapi: 3.0.0-rc2", SpecificationVersion.v3_0), ("openapi: 3.1", .v3_1), ("openapi: 3.2.7", .v3_2),
        ("swagger: '2.0'", .v2_0), ("swagger: 2.0", .v2_0),
    ])
    func versionsAreKnownByTheirFirstTwoNumbers(_ field: String, _ version: SpecificationVersion) {
        #expect(Reading("\(field)\ninfo: {title: T, version: '1'}\npaths: {}").document?.version == version)
    }

    @Test func operationsComeInDocumentOrderWithWhatTheirPathSays() throws {
        let reading = Reading(
            """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            paths:
              /b/{id}:
                summary: Both
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: page, in: query, schema: {type: integer}}
                put:
                  operationId: change
                  parameters: [{name: page, in: query, description: own, schema: {type: string}}]
                get: {operationId: read}
                additionalOperations: {COPY: {operationId: copy}}
              /a:
                query: {operationId: look}
            """)
        let operations = try #require(reading.document).operations
        #expect(reading.errors == [])
        #expect(operations.map { $0.id?.value } == ["change", "read", "copy", "look"])
        #expect(operations.map(\.method.rawValue) == ["PUT", "GET", "COPY", "QUERY"])
        #expect(operations[0].parameters.map(\.name) == ["id", "page"])
        #expect(operations[0].parameters[1].description == "own")
        #expect(operations[1].pathSummary == "Both")
    }

    @Test func securityOfAnOperationReplacesTheDocuments() throws {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            security: [{bearer: []}]
            paths:
              /a:
                get: {}
                post: {security: []}
                put: {security: [{}, {bearer: [], key: []}]}
            components:
              securitySchemes:
                bearer: {type: http, scheme: Bearer}
                key: {type: apiKey, in: cookie, name: k}
                oauth: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.example', scopes: {read: R}}}}
            """)
        let document = try #require(reading.document)
        let names = document.operations.map { document.effectiveSecurity(of: $0).map { $0.schemes.map(\.name) } }
        #expect(names == [[["bearer"]], [], [[], ["bearer", "key"]]])
        #expect(document.securitySchemes[0].kind == .http(scheme: "bearer", bearerFormat: nil))
        #expect(document.securitySchemes[1].kind == .apiKey(name: "k", in: .cookie))
        #expect(
            document.securitySchemes[2].kind
                == .oauth2([
                    OAuthFlow(
                        kind: "implicit", authorizationURL: "https://a.example",
                        scopes: [OAuthScope(name: "read", description: "R")])
                ]))
    }

    @Test func everyUnknownKeyIsWarnedAboutAndExtensionsAreNot() {
        let reading = Reading.operation("sumary: x\nx-anything: {a: 1}\nresponses: {'200': {description: d, contents: {}}}")
        #expect(
            reading.diagnostics == [
                "8:43 warning: unknown field 'contents' in the response object; did you mean 'content'?",
                "6:7 warning: unknown field 'sumary' in the operation object; did you mean 'summary'?",
            ])
    }

    @Test func callbacksThatCallThemselvesEnd() {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a:
                post: {callbacks: {again: {$ref: '#/components/callbacks/Again'}}}
            components:
              callbacks:
                Again:
                  '{$request.body#/url}':
                    post: {callbacks: {again: {$ref: '#/components/callbacks/Again'}}}
            """)
        #expect(reading.errors == [])
        #expect(reading.operation?.callbacks.first?.expression == "{$request.body#/url}")
    }

    @Test func aCallbackThatTwoOperationsShareHasOneOperationID() {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a:
                get: {callbacks: {done: {$ref: '#/components/callbacks/Done'}}}
                put: {callbacks: {done: {$ref: '#/components/callbacks/Done'}}}
            components:
              callbacks:
                Done: {'{$url}': {post: {operationId: done}}}
            """)
        #expect(reading.diagnostics == [])
    }

    @Test func callbacksWithinCallbacksEndBeforeTheStackDoes() {
        let end = "{responses: {'200': {description: d}}}"
        let operation = (0..<100).reduce(end) { inner, _ in "{callbacks: {c: {'{$url}': {post: \(inner)}}}}" }
        let reading = Reading("openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths: {/a: {post: \(operation)}}")
        #expect(reading.errors.count == 1)
        #expect(reading.errors.first?.hasSuffix("callbacks and headers are nested more than 40 levels deep") == true)
    }

    @Test func schemasFarWithinEachOtherAreRead() {
        let schema = (0..<400).reduce("{type: string}") { inner, _ in "{type: array, items: \(inner)}" }
        #expect(Reading.schemas("A: \(schema)").diagnostics == [])
    }
}

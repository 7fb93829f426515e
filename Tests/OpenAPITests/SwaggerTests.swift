import OpenAPI
import Testing
import YAMLTree

struct SwaggerTests {
    private static let head = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"

    @Test func hostBasePathAndSchemesAreServers() {
        let reading = Reading(Self.head + "host: example.com\nbasePath: /v1\nschemes: [https, http]\npaths: {}")
        #expect(reading.document?.servers.map(\.url) == ["https://example.com/v1", "http://example.com/v1"])
        #expect(reading.diagnostics == [])
    }

    @Test func aBodyIsARequestBodyInEachMediaType() throws {
        let reading = Reading(
            Self.head + """
                consumes: [application/json, application/xml]
                produces: [application/json]
                paths:
                  /a:
                    post:
                      parameters: [{name: ticket, in: body, required: true, schema: {$ref: '#/definitions/Ticket'}}]
                      responses:
                        201: {description: d, schema: {$ref: '#/definitions/Ticket'}, examples: {application/json: {a: 1}}}
                definitions:
                  Ticket: {type: object, discriminator: kind, properties: {kind: {type: string}}}
                """)
        let operation = try #require(reading.operation)
        #expect(reading.diagnostics == [])
        #expect(operation.requestBody?.isRequired == true)
        #expect(operation.requestBody?.content.map(\.name) == ["application/json", "application/xml"])
        #expect(operation.responses.first?.content.first?.examples.first?.value?.jsonText() == #"{"a":1}"#)
        #expect(reading.schema("Ticket")?.discriminator?.propertyName == "kind")
        #expect(operation.parameters.isEmpty)
    }

    @Test func aFormIsABodyWithAFile() throws {
        let reading = Reading(
            Self.head + """
                paths:
                  /a:
                    post:
                      parameters:
                        - {name: photo, in: formData, type: file, required: true}
                        - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                      responses: {200: {description: d}}
                """)
        let mediaType = try #require(reading.operation?.requestBody?.content.first)
        let document = try #require(reading.document)
        let schema = try document[#require(mediaType.schema)]
        #expect(reading.diagnostics == [])
        #expect(mediaType.name == "multipart/form-data")
        #expect(schema.properties.map(\.name) == ["photo", "tags"])
        #expect(schema.required.map(\.value) == ["photo"])
        #expect(document[schema.properties[0].schema].format == "binary")
        #expect(mediaType.encodings.first?.explode == true)
    }

    @Test(arguments: [
        ("csv", ParameterStyle.form, false), ("multi", .form, true), ("ssv", .spaceDelimited, false),
        ("pipes", .pipeDelimited, false),
    ])
    func collectionFormatsAreStyles(_ format: String, _ style: ParameterStyle, _ explode: Bool) {
        let reading = Reading(
            Self.head + """
                paths:
                  /a:
                    get:
                      parameters: [{name: a, in: query, type: array, items: {type: string}, collectionFormat: \(format)}]
                      responses: {200: {description: d}}
                """)
        let form = Reading(
            Self.head + """
                paths:
                  /a:
                    post:
                      parameters: [{name: a, in: formData, type: array, items: {type: string}, collectionFormat: \(format)}]
                      responses: {200: {description: d}}
                """)
        let encoding = form.operation?.requestBody?.content.first?.encodings.first
        #expect(encoding?.style == style)
        #expect(encoding?.explode == explode)
        #expect(form.diagnostics == [])
        #expect(reading.operation?.parameters.first?.style == style)
        #expect(reading.operation?.parameters.first?.explode == explode)
        #expect(reading.operation?.parameters.first?.schema.flatMap { reading.document?[$0].types } == .array)
        #expect(reading.diagnostics == [])
    }

    @Test func securityDefinitionsAreSecuritySchemes() {
        let reading = Reading(
            Self.head + """
                paths: {}
                securityDefinitions:
                  basic: {type: basic}
                  code: {type: oauth2, flow: accessCode, authorizationUrl: 'https://a.example', tokenUrl: 'https://b.example', scopes: {a: A}}
                """)
        #expect(reading.diagnostics == [])
        #expect(reading.document?.securitySchemes.first?.kind == .http(scheme: "basic", bearerFormat: nil))
        let flow = OAuthFlow(
            kind: "authorizationCode", authorizationURL: "https://a.example", tokenURL: "https://b.example",
            scopes: [OAuthScope(name: "a", description: "A")])
        #expect(reading.document?.securitySchemes.last?.kind == .oauth2([flow]))
    }

    @Test func schemasTakeTheTypesOfDraft4() {
        let reading = Reading(
            Self.head + """
                paths:
                  /a:
                    get:
                      parameters: [{name: a, in: query, type: [string, integer]}]
                      responses: {200: {description: d, schema: {$ref: '#/definitions/A'}}}
                definitions:
                  A: {type: object, properties: {text: {type: [string, 'null']}, none: {type: 'null'}}}
                """)
        #expect(reading.property("text", of: "A")?.types == [.string, .null])
        #expect(reading.property("text", of: "A")?.isNullable == true)
        #expect(reading.property("none", of: "A")?.types == .null)
        #expect(reading.diagnostics == ["6:47 error: a list of types needs OpenAPI 3.1"])
    }
}

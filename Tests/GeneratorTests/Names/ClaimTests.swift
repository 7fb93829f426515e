import APIModel
import ApigenCommand
import Diagnostics
import Printing
import Testing

/// Who gets a name that several want.
struct ClaimTests {
    private static let header = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n"

    private func generated(_ text: String, setting options: (inout GenerationOptions) -> Void = { _ in }) throws -> [String: String]
    {
        var log = DiagnosticLog()
        let templates = Templates(log: &log)
        let source = log.add(SourceFile(path: "harbor.yaml", bytes: Array((Self.header + text).utf8)))
        var made = GenerationOptions()
        made.printing.outputs = [.models, .operations, .client, .server]
        options(&made)
        let document = try #require(generate(source, options: made, with: templates, log: &log), "\(log.rendered())")
        return Dictionary(uniqueKeysWithValues: document.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test func operationIDsGoBeforeNamesMadeOfPaths() throws {
        let files = try generated(
            """
            paths:
              /boats:
                get: {responses: {"204": {description: First, but without a name}}}
                post: {operationId: getBoats, responses: {"204": {description: Named}}}
            webhooks:
              left: {post: {responses: {"204": {description: First, but without a name}}}}
              other: {post: {operationId: left, responses: {"204": {description: Named}}}}
            """)
        let operations = try #require(files["Harbor/Operations.swift"])
        #expect(operations.contains("/// GET /boats\n        public static let getBoats2 "))
        #expect(operations.contains("/// POST /boats\n        public static let getBoats "))
        #expect(operations.contains("/// POST /left\n        public static let left2 "))
        #expect(operations.contains("/// POST /other\n        public static let left "))
    }

    @Test func aCommentInTheDocumentChangesNoFileButTheSchemas() throws {
        let text = """
            paths:
              /boats:
                get:
                  operationId: listBoats
                  parameters: [{name: limit, in: query, schema: {type: integer, minimum: 1}}]
                  responses:
                    "200":
                      description: Boats
                      headers: {X-Left: {schema: {type: integer, minimum: 0}}}
                      content: {application/json: {schema: {type: array, maxItems: 9, items: {type: string, maxLength: 9}}}}
            """
        let before = try generated(text)
        let after = try generated("# A comment.\n\n" + text)
        #expect(before.filter { after[$0.key] != $0.value }.keys.sorted() == ["Harbor/Schemas.swift"])
    }

    @Test func componentsGiveTheirNameToWhatTheyDefine() throws {
        let files = try generated(
            """
            paths:
              /a:
                post: &operation
                  parameters: [{$ref: '#/components/parameters/Order'}]
                  requestBody: {$ref: '#/components/requestBodies/NewBoat'}
                  responses: {"200": {$ref: '#/components/responses/Boat'}, "400": {$ref: '#/components/responses/BadRequest'}}
                put: *operation
            components:
              schemas: {Boat: {type: string}}
              parameters: {Order: {name: order, in: query, schema: {enum: [up, down]}}}
              requestBodies: {NewBoat: {required: true, content: {application/json: {schema: {properties: {name: {type: string}}}}}}}
              responses:
                Boat: {description: It, content: {application/json: {schema: {properties: {id: {type: string}}}}}}
                BadRequest:
                  description: No
                  headers: {X-Why: {schema: {type: string}}}
                  content: {application/json: {schema: {properties: {why: {type: string}}}}}
            """)
        let client = try #require(files["Harbor/Client.swift"])
        let signature = /order: Order\? = nil, body: NewBoat\) async throws\(P(?:ost|ut)AError\) -> BoatResponse/
        #expect(client.matches(of: signature).count == 2, "\(client)")
        let operations = try #require(files["Harbor/Operations.swift"])
        #expect(operations.matches(of: /struct BadRequest:/).count == 1)
        #expect(operations.matches(of: /case badRequest\(BadRequest, FailedResponse\? = nil\)/).count == 1)
        #expect(operations.contains("var body: BadRequestBody"))
    }

    @Test func namesOfEnumValuesStayWithTheirValues() throws {
        let files = try generated(
            """
            paths: {}
            components:
              schemas:
                Repeated: {enum: [1, 2, 2, 3], x-enum-varnames: [one, two, zwei, three]}
                Nullable: {enum: [null, a, b], x-enum-varnames: [nothing, alpha, beta]}
                Gaps: {enum: [a, b, c], x-enum-varnames: [alpha, null, gamma]}
            """)
        let models = try #require(files["Harbor/Models.swift"])
        for line in [
            "case 3: self = .three", "case .alpha: \"a\"", "case .beta: \"b\"", "case .b: \"b\"", "case .gamma: \"c\"",
        ] {
            #expect(models.contains(line), "\(models)")
        }
        #expect(!models.contains("zwei") && !models.contains("nothing"))
    }

    @Test func variablesOfGeneratedFunctionsMoveAsideAndLabelsStay() throws {
        let files = try generated(
            """
            paths:
              /a:
                get:
                  operationId: value
                  parameters: [{name: call, in: query, schema: {}}, {name: request, in: query, schema: {}}, {name: value, in: query, schema: {}}]
                  responses: {"200": {description: OK, content: {text/plain: {}}}}
            """)
        let client = try #require(files["Harbor/Client.swift"])
        #expect(client.contains("call callValue: JSONValue? = nil"))
        #expect(client.contains("request: JSONValue? = nil"))
        let server = try #require(files["Harbor/Server.swift"])
        #expect(server.contains("let answer = try await value(call: call, request: requestValue, value: valueValue)"), "\(server)")
    }

    @Test func typesChosenForFormatsAreNotHidden() throws {
        let files = try generated(
            """
            paths: {}
            components: {schemas: {Money: {type: object, properties: {amount: {type: string, format: money}}}}}
            """
        ) { $0.types.formats = FormatTypes(["money": "Money"]) }
        let models = try #require(files["Harbor/Models.swift"])
        #expect(models.contains("struct MoneySchema: "))
        #expect(models.contains("var amount: Money?"))
    }
}

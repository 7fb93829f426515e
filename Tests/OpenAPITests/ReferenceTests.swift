import OpenAPI
import Testing

struct ReferenceTests {
    private static let entry = """
        openapi: 3.1.1
        info: {title: T, version: '1'}
        paths:
          /a: {$ref: 'paths/a.yaml'}
        components:
          schemas:
            Ticket: {$ref: 'schemas/Ticket.yaml'}
        """

    @Test func otherFilesAreReadRelativeToTheOneThatRefersToThem() throws {
        let reading = Reading(
            Self.entry,
            files: [
                "paths/a.yaml": "get: {responses: {'200': {$ref: '../common.json#/responses/Ok'}}}",
                "common.json":
                    #"{"responses": {"Ok": {"description": "Ok", "content": {"application/json": {"schema": {"$ref": "schemas/Ticket.yaml"}}}}}}"#,
                "schemas/Ticket.yaml": "type: object\nproperties: {seat: {$ref: './Seat.yaml'}, again: {$ref: '#'}}",
                "schemas/Seat.yaml": "type: string",
            ])
        let document = try #require(reading.document)
        #expect(reading.diagnostics == [])
        let body = try #require(document.operations.first?.responses.first?.content.first?.schema)
        #expect(document[document.schemas.resolved(body)].componentName == "Ticket")
        #expect(document.componentSchemas.map(\.name) == ["Ticket", "Seat"])
        #expect(reading.property("again", of: "Ticket")?.componentName == "Ticket")
    }

    @Test func mistakesInOtherFilesAreReportedThere() {
        let reading = Reading(
            Self.entry,
            files: ["paths/a.yaml": "get:\n  operatonId: a", "schemas/Ticket.yaml": "type: objekt"])
        #expect(
            reading.diagnostics.sorted() == [
                "paths/a.yaml:2:3 warning: unknown field 'operatonId' in the operation object; did you mean 'operationId'?",
                "schemas/Ticket.yaml:1:7 warning: unknown type 'objekt'; did you mean 'object'?",
            ])
    }

    @Test(arguments: [
        ("nowhere.yaml", "there is no file 'nowhere.yaml'"),
        (
            "../above.yaml",
            "file '../above.yaml' is outside the document's folder, its package and the current folder; use --allow-parent-folders to read it"
        ),
        (
            "a/../../above.yaml",
            "file '../above.yaml' is outside the document's folder, its package and the current folder; use --allow-parent-folders to read it"
        ),
        (
            "/etc/passwd",
            "'/etc/passwd' is not supported; a reference must point into this document or to a relative path of a local file"
        ),
        (
            "http://example.com/a",
            "'http://example.com/a' is not supported; a reference must point into this document or to a relative path of a local file"
        ),
        ("#/components/schemas/tick", "no schema at '#/components/schemas/tick'"),
        ("#/components/schemas/Aaaa", "no schema at '#/components/schemas/Aaaa'; did you mean '#/components/schemas/Aaab'?"),
    ])
    func whatLeadsNowhereSaysWhy(_ reference: String, _ text: String) {
        let reading = Reading.schemas("A: {$ref: '\(reference)'}\nAaab: {type: string}")
        #expect(reading.diagnostics == ["6:15 error: \(text)"])
    }

    @Test(arguments: [
        "#/components/schemas/Tree/properties/leaf", "#/components/schemas/Tree/properties/%6Ceaf",
        "#/components/schemas/a~1b", "#/components/schemas/Tree/$defs/leaf", "#leaf", "https://example.com/leaf",
        "api.yaml#/components/schemas/a~1b", "#/components/schemas/Tuple/prefixItems/0", "#/components/schemas/tree/$defs/leaf",
    ])
    func aSchemaIsFoundBy(_ reference: String) throws {
        let reading = Reading.schemas(
            """
            A: {$ref: '\(reference)'}
            Tree:
              properties: {leaf: {type: integer}}
              $defs: {leaf: {type: integer}}
            Tuple: {prefixItems: [{type: integer}]}
            Leaf: {$anchor: leaf, $id: 'https://example.com/leaf', type: integer}
            a/b: {type: integer}
            """, lenient: true)
        let document = try #require(reading.document)
        let id = try #require(document.componentSchemas.first?.schema)
        let isMisspelt = reference.contains("/tree/")
        #expect(isMisspelt || document[document.schemas.resolved(id)].types == .integer)
        #expect(reading.errors == [])
    }

    @Test func mistakesOfWhatNothingUsesAreWarnings() {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a: {get: {responses: {'200': {$ref: '#/components/responses/Ok'}}}}
            components:
              responses:
                Ok: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Used'}}}}
                Unused: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}
              schemas:
                Used: {type: int}
                Unused: {type: int}
            """)
        #expect(reading.errors == ["10:18 error: unknown type 'int'; did you mean 'integer'?"])
        #expect(reading.diagnostics.count == 3)
    }

    @Test(arguments: [
        ("$ref: seat.yaml", "parts/seat.yaml"), ("$ref: ../seat.yaml", "seat.yaml"), ("$ref: seat.yaml", "seat.yaml"),
        ("$ref: 'https://example.com/parts/seat.yaml'", "https://example.com/parts/seat.yaml"),
    ])
    func aRelativeIDIsTheBaseOfReferences(_ reference: String, _ file: String) {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                Hall: {$id: parts/hall.yaml, properties: {seat: {\(reference)}}}
                Remote: {$id: 'https://example.com/parts/seat.yaml', type: integer}
            """, files: [file: "type: integer"])
        #expect(reading.diagnostics == [])
        #expect(reading.property("seat", of: "Hall")?.types == .integer)
    }

    @Test func definitionsThatNothingUsesAreWarnings() {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
            components:
              schemas:
                A:
                  properties: {b: {$ref: '#/components/schemas/A/$defs/B'}}
                  $defs:
                    B: {$ref: 'https://example.com/b.yaml'}
                    C: {$ref: 'https://example.com/c.yaml', $defs: {D: {$ref: 'https://example.com/d.yaml'}}}
            """)
        let places = reading.diagnostics.map { $0.split(separator: ": ").first.map(String.init) }
        #expect(places == ["10:19 error", "11:19 warning", "11:67 warning"])
    }

    @Test func anExampleOrALinkThatIsNotThereIsAWarning() {
        let reading = Reading.operation(
            """
            responses:
              '200':
                description: d
                links: {next: {$ref: '#/components/links/Next'}}
                content: {text/plain: {examples: {one: {$ref: '#/components/examples/One'}, two: {$ref: 'https://example.com/two.json'}}}}
            """)
        #expect(reading.errors == [])
        #expect(reading.diagnostics.count == 3)
    }

    @Test func parametersThatReferToEachOtherAreAnError() {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a: {get: {parameters: [{$ref: '#/components/parameters/P'}]}}
            components:
              parameters:
                P: {$ref: '#/components/parameters/Q'}
                Q: {$ref: '#/components/parameters/P'}
            """)
        #expect(reading.errors == ["7:15 error: '#/components/parameters/Q' is part of a cycle of references"])
    }
}

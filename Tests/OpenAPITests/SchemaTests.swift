import OpenAPI
import Testing

struct SchemaTests {
    @Test func keywordsOfObjectsAreRead() throws {
        let reading = Reading.schemas(
            """
            Ticket:
              type: object
              required: [id]
              properties: {id: {type: string, format: uuid}, kind: {type: [string, 'null'], enum: [a, b, null]}}
              patternProperties: {^x: {type: string}}
              additionalProperties: false
              unevaluatedProperties: false
              propertyNames: {maxLength: 3}
              minProperties: 1
              maxProperties: 9
              dependentRequired: {id: [kind]}
              discriminator: {propertyName: kind, mapping: {a: Other}}
            Other: {type: object}
            """)
        let ticket = try #require(reading.schema("Ticket"))
        #expect(reading.errors == [])
        #expect(ticket.properties.map(\.name) == ["id", "kind"])
        #expect(ticket.required.map(\.value) == ["id"])
        #expect(reading.property("id", of: "Ticket")?.format == "uuid")
        #expect(reading.property("kind", of: "Ticket")?.isNullable == true)
        #expect(reading.property("kind", of: "Ticket")?.enumeration?.count == 3)
        #expect(ticket.patternProperties.map(\.name) == ["^x"])
        #expect(ticket.additionalProperties.flatMap { reading.document?[$0].booleanValue } == false)
        #expect(ticket.minProperties == 1 && ticket.maxProperties == 9)
        #expect(ticket.rareKeywords.dependentRequired.first?.required == ["kind"])
        #expect(ticket.discriminator?.mapping.first?.schema == reading.document?.componentSchemas[1].schema)
    }

    @Test func boundsKeepTheirExactTextAndDraft4IsFolded() throws {
        let reading = Reading.schemas(
            """
            A: {type: number, minimum: 0.10, maximum: 18446744073709551616, exclusiveMinimum: true}
            """, version: "3.0.4")
        let schema = try #require(reading.schema("A"))
        #expect(reading.errors == [])
        #expect(schema.minimum == nil)
        #expect(schema.exclusiveMinimum == "0.10")
        #expect(schema.maximum == "18446744073709551616")
    }

    @Test func everySpellingOfNullMakesASchemaNullable() {
        let old = Reading.schemas("A: {type: string, nullable: true}\nB: {type: string, x-nullable: true}", version: "3.0.4")
        let new = Reading.schemas("A: {type: [string, 'null']}")
        #expect(old.schema("A")?.isNullable == true && old.schema("B")?.isNullable == true)
        #expect(new.schema("A")?.isNullable == true)
    }

    @Test func siblingsOfReferencesCountSinceOpenAPI3_1() {
        let lines = "A: {$ref: '#/components/schemas/B', type: object, required: [b], description: D}\nB: {type: object}"
        let new = Reading.schemas(lines)
        #expect(new.schema("A")?.required.count == 1 && new.schema("A")?.reference != nil)
        #expect(new.diagnostics == [])
        let old = Reading.schemas(lines, version: "3.0.4")
        #expect(old.schema("A")?.required.count == 0 && old.schema("A")?.description == "D")
        #expect(old.diagnostics.count == 1)
    }

    @Test func requiredAtAPropertyIsReadAsTheObjects() {
        let reading = Reading.schemas("A: {type: object, properties: {b: {type: string, required: true}, c: {required: false}}}")
        #expect(reading.schema("A")?.required.map(\.value) == ["b"])
        #expect(reading.errors == [])
    }

    @Test func recursionThroughPropertiesIsNoRing() {
        let reading = Reading.schemas(
            """
            Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
            List: {type: array, items: {$ref: '#/components/schemas/List'}}
            """)
        #expect(reading.diagnostics == [])
        #expect(reading.property("next", of: "Node")?.componentName == "Node")
    }

    @Test func aRingOfReferencesIsOneError() {
        let reading = Reading.schemas(
            """
            A: {$ref: '#/components/schemas/B'}
            B: {$ref: '#/components/schemas/C'}
            C: {$ref: '#/components/schemas/A'}
            """)
        #expect(reading.diagnostics.count == 1)
        #expect(reading.errors.first?.hasPrefix("6:15") == true)
    }

    @Test func aLongChainOfReferencesIsFollowed() throws {
        let lines = (0..<3_000).map { "S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}" } + ["S3000: {type: string}"]
        let reading = Reading.schemas(lines.joined(separator: "\n"))
        let document = try #require(reading.document)
        #expect(reading.diagnostics == [])
        #expect(document[document.schemas.resolved(document.componentSchemas[0].schema)].types == .string)
    }

    @Test func schemasThatContainEachOtherThroughAllOfAreAnError() {
        let cycle =
            "A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {allOf: [{$ref: '#/components/schemas/C'}]}\nC: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}"
        #expect(Reading.schemas(cycle).errors == ["8:24 error: 'A', 'B' and 'C' cannot contain each other in 'allOf'"])
        #expect(Reading.schemas(cycle, lenient: true).errors == [])
        let diamond =
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}\nB: {allOf: [{$ref: '#/components/schemas/C'}]}\nC: {type: object}"
        #expect(Reading.schemas(diamond).diagnostics == [])
        let subtypes = "A: {oneOf: [{$ref: '#/components/schemas/B'}]}\nB: {allOf: [{$ref: '#/components/schemas/A'}]}"
        #expect(Reading.schemas(subtypes).errors == [])
    }

    @Test func aLongChainOfAllOfIsNoCycle() {
        let chain = (0..<3_000).map { "A\($0): {allOf: [{$ref: '#/components/schemas/A\($0 + 1)'}]}" } + ["A3000: {type: object}"]
        #expect(Reading.schemas(chain.joined(separator: "\n")).diagnostics == [])
    }
}

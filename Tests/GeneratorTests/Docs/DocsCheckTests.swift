import Testing

/// What generation says about links and examples that pages would show.
struct DocsCheckTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Pets, version: 1.0.0}
        paths:
          /pets:
            get:
              operationId: listPets
              description: See [the guide](guide.md) and [itself](ListPets.md).
              responses:
                "200":
                  description: The pets
                  content:
                    application/json:
                      schema:
                        type: array
                        items: {type: object, required: [name], properties: {name: {type: string, maxLength: 5}}}
                      example:
                        - {name: Rex}
                        - {name: Bartholomew}

        """

    @Test func deadLinksAndExamplesThatDoNotFitAreWarnings() throws {
        let folder = try Folder()
        try folder.write(Self.document, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("pets.yaml:5:5: warning: the link target 'guide.md' in a description is not a page"))
        #expect(outcome.errors.contains("pets.yaml:18:26: warning: the example does not match its schema: Bartholomew is too long"))
        let page = try #require(folder.read("Generated/Docs/Pets/ListPets.md"))
        #expect(page.contains("See the guide and [itself](ListPets.md)."))
    }

    @Test func theyAreErrorsForThoseWhoAreStrict() throws {
        let folder = try Folder()
        try folder.write(Self.document, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--strict")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("pets.yaml:18:26: error: the example does not match"))
        #expect(folder.read("Generated/Docs/Pets/ListPets.md") == nil)
    }

    @Test func fileNamesAreSafeAndDifferByMoreThanCase() throws {
        let folder = try Folder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: "<script>alert(1)</script> | Names", version: 1.0.0}
            paths:
              /index: {get: {operationId: index, responses: {"204": {description: Done}}}}
              /Index: {get: {operationId: INDEX, responses: {"204": {description: Done}}}}
            components:
              schemas:
                Odd..Name: {type: string}
                Thing: {type: object, properties: {"a|b": {type: string, description: "one | two <img src=x>"}}}
                thing: {type: object, properties: {next: {$ref: "#/components/schemas/thing"}}}

            """, to: "names.yaml")
        #expect(try apigen(in: folder, "names.yaml").status == 0)
        #expect(folder.read("Generated/Docs/Names/index.md")?.contains("<script>") == false)
        #expect(folder.read("Generated/Docs/Names/Index-2.md") != nil)
        #expect(folder.read("Generated/Docs/Names/Schemas/Thing.md")?.contains("a&#124;b") == true)
        #expect(folder.read("Generated/Docs/Names/Schemas/Thing.md")?.contains("one \\| two &lt;img") == true)
        #expect(folder.read("Generated/Docs/Names/Schemas/thing-2.md")?.contains("[thing](thing-2.md)") == true)
    }

    /// Schemas, examples, and what is said about them; nothing where they are valid.
    private static let examples: [(schema: String, example: String, warning: String?)] = [
        ("{type: integer, multipleOf: 5}", "12", "12 is not a multiple of 5"),
        ("{type: number, multipleOf: 0.01}", "19.99", nil),
        ("{type: integer}", "1.5", "1.5 is not of type integer"),
        ("{type: integer}", "1.0", nil),
        ("{type: string, pattern: '^[a-z]+$'}", "Rex", "Rex does not match '^[a-z]+$'"),
        ("{type: string, format: date}", "2026-02-30", "2026-02-30 is not a valid date"),
        ("{type: string, format: uuid}", "1234", "1234 is not a valid uuid"),
        ("{type: integer, format: int32}", "3000000000", "3000000000 is out of the range of int32"),
        ("{type: string}", "1984", nil),
        ("{type: array, uniqueItems: true}", "[{a: 1, b: 2}, {b: 2.0, a: 1}]", "two of its items are equal"),
        ("{const: {a: [1]}}", "{a: [2]}", "an object is not one of the allowed values"),
        ("{type: object, additionalProperties: false}", "{a: 1}", "the schema does not allow 'a'"),
        ("{allOf: [{properties: {a: {}}}], unevaluatedProperties: false}", "{a: 1, b: 2}", "the schema does not allow 'b'"),
        ("{type: object, minProperties: 2}", "{a: 1}", "it has too few members"),
        ("{dependentRequired: {a: [b]}}", "{a: 1}", "'b' is missing"),
        ("{oneOf: [{type: integer}, {type: number}]}", "1", "it matches 2 of the alternatives, not exactly one"),
        ("{not: {type: integer}}", "1", "1 matches the schema of 'not'"),
        ("{if: {type: integer}, then: {minimum: 5}}", "1", "1 is less than the minimum"),
        ("{contains: {type: integer}}", "[a]", "0 items match the schema of 'contains', at least 1 must"),
        ("{$ref: '#/components/schemas/Name', maxLength: 2}", "Rex", "Rex is too long"),
        ("{type: [string, 'null']}", "null", nil),
        ("{type: object, required: [id], properties: {id: {type: integer, readOnly: true}}}", "{}", nil),
    ]

    @Test(arguments: examples)
    func anExampleIsComparedWithEveryKeyword(schema: String, example: String, warning: String?) throws {
        let folder = try Folder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Pets, version: 1.0.0}
            paths:
              /pets:
                put:
                  operationId: put
                  requestBody: {content: {application/json: {schema: \(schema), example: \(example)}}}
                  responses: {"204": {description: Done}}
            components: {schemas: {Name: {type: string}}}

            """, to: "pets.yaml")
        let errors = try apigen(in: folder, "pets.yaml", "--emit", "docs").errors
        let expected = warning.map { "warning: the example does not match its schema: " + $0 }
        #expect(errors.contains("the example does not match") == (expected != nil))
        if let expected { #expect(errors.contains(expected)) }
    }
}

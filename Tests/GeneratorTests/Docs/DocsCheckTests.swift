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
        #expect(outcome.errors.contains("pets.yaml:5:5: warning: the link to 'guide.md' in a description leads to no page"))
        #expect(outcome.errors.contains("pets.yaml:18:26: warning: the example does not fit its schema: Bartholomew is too long"))
        let page = try #require(folder.read("Generated/Docs/Pets/ListPets.md"))
        #expect(page.contains("See the guide and [itself](ListPets.md)."))
    }

    @Test func theyAreErrorsForThoseWhoAreStrict() throws {
        let folder = try Folder()
        try folder.write(Self.document, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--strict")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("pets.yaml:18:26: error: the example does not fit"))
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
}

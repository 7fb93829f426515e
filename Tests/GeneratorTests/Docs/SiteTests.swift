import Testing

/// What site generators are given.
struct SiteTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Pets, version: 1.0.0}
            paths:
              /pets/{id}:
                get: {operationId: 'get "pet" <1>', responses: {"204": {description: Done}}}
                delete: {responses: {"204": {description: Gone}}}
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]

            """, to: "pets.yaml")
    }

    @Test func anAddressGivesTheSiteASitemap() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "site", "--site-url", "https://example.com/pets").status == 0)
        #expect(folder.read("Generated/Site/Pets/mkdocs.yml")?.contains("\nsite_url: \"https://example.com/pets\"\n") == true)
        try folder.write("siteUrl: http://localhost:8080/docs/", to: "apigen.yaml")
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "site").status == 0)
        #expect(folder.read("Generated/Site/Pets/mkdocs.yml")?.contains("\nsite_url: \"http://localhost:8080/docs/\"\n") == true)
    }

    @Test func withoutAnAddressThereIsNone() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "site").status == 0)
        #expect(folder.read("Generated/Site/Pets/mkdocs.yml")?.contains("site_url") == false)
    }

    @Test func theDocumentIsThereToDownload() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "site").status == 0)
        #expect(folder.read("Generated/Site/Pets/docs/openapi.yaml") == folder.read("pets.yaml"))
    }

    @Test func anOperationHasOnePageWithTheHouseLayoutFirst() throws {
        let outcome = try apigen(in: folder, "pets.yaml", "--emit", "site")
        #expect(outcome.output.hasSuffix("build the site: sh Generated/Site/Pets/build.sh\n"))
        let page = try #require(folder.read("Generated/Site/Pets/docs/DeletePetsByID.md"))
        let places = [
            "# API - ", "## Example\n\n=== \"curl\"\n\n    ```shell\n    curl", "### Response messages", "## Details",
            "`DELETE /pets/{id}`",
        ]
        .map { page.firstRange(of: $0)?.lowerBound }
        #expect(!places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        // A request has one sample in a language.
        #expect(page.matches(of: /curl -X/).count == 1)
        #expect(page.contains(##"<a class="place" id="parameter-path-id" href="#parameter-path-id">`id`</a> | path | string"##))
        #expect(folder.read("Generated/Site/Pets/docs/Reference/DeletePetsByID.md") == nil)
        #expect(folder.read("Generated/Docs/Pets/index.md") == nil)
    }

    @Test func makingTheSiteAloneLeavesTheCodeWhereItIs() throws {
        #expect(try apigen(in: folder, "pets.yaml").status == 0)
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "site").status == 0)
        #expect(folder.read("Generated/Pets/Client.swift") != nil)
        #expect(try apigen(in: folder, "pets.yaml").status == 0)
        #expect(folder.read("Generated/Site/Pets/mkdocs.yml") != nil)
    }

    @Test func requestsAreSentFromPagesOnlyWhereThatIsAskedFor() throws {
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Notes, version: 1.0.0}
            paths:
              /notes:
                post:
                  operationId: addNote
                  requestBody: {content: {text/plain: {example: '"></div><script>alert(1)</script>'}}}
                  responses: {"204": {description: Done}}

            """, to: "notes.yaml")
        #expect(try apigen(in: folder, "notes.yaml", "--emit", "site").status == 0)
        #expect(folder.read("Generated/Site/Notes/docs/AddNote.md")?.contains("Try it") == false)
        #expect(folder.read("Generated/Site/Notes/docs/assets/try-it.js") == nil)
        #expect(try apigen(in: folder, "notes.yaml", "--emit", "site", "--try-it").status == 0)
        let page = try #require(folder.read("Generated/Site/Notes/docs/AddNote.md"))
        let form = try #require(page.split(separator: "## Try it\n\n").last)
        #expect(form.hasPrefix("<div class=\"try-it\" data-request=\"&#123;"))
        #expect(!form.contains("<script") && form.matches(of: /\"/).count == 4)
        #expect(folder.read("Generated/Site/Notes/docs/assets/try-it.js")?.contains("fetch(") == true)
        #expect(folder.read("Generated/Site/Notes/mkdocs.yml")?.contains("assets/try-it.js") == true)
    }

    @Test func aFormIsSentInTheStylesOfItsProperties() throws {
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Form, version: 1.0.0}
            paths:
              /form:
                post:
                  operationId: send
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema: {type: object}
                        example: {tags: [a, b], range: {from: 2}}
                        encoding: {tags: {style: pipeDelimited, explode: false}, range: {style: deepObject, explode: true}}
                  responses: {"204": {description: Done}}

            """, to: "form.yaml")
        #expect(try apigen(in: folder, "form.yaml", "--emit", "site", "--try-it").status == 0)
        let page = try #require(folder.read("Generated/Site/Form/docs/Send.md"))
        #expect(page.contains("--data-binary 'tags=a%7Cb&range%5Bfrom%5D=2'"))
        #expect(page.contains("tags&#61;a&#37;7Cb&#38;range&#37;5Bfrom&#37;5D&#61;2"))
    }

    @Test func operationsHaveAnchorsOfTheirIDs() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "docs").status == 0)
        let index = try #require(folder.read("Generated/Docs/Pets/index.md"))
        #expect(index.contains(#"<a id="operation/get%20%22pet%22%20%3C1%3E"></a>["#))
        #expect(index.contains(#"<a id="operation/DELETE/pets/%7Bid%7D"></a>["#))
    }

    @Test func longTitlesAreShortenedInTheNavigation() throws {
        let summary = String(repeating: "A long word ", count: 200)
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Long, version: 1.0.0}
            paths: {/a: {get: {summary: \(summary), responses: {"204": {description: Done}}}}}

            """, to: "long.yaml")
        #expect(try apigen(in: folder, "long.yaml", "--emit", "site").status == 0)
        let lines = try #require(folder.read("Generated/Site/Long/mkdocs.yml")).split(separator: "\n")
        #expect(lines.contains { $0.contains("A long word A…\": ") })
        #expect(lines.allSatisfy { $0.count < 200 })
    }

    @Test(arguments: [",\n          ", ","])
    func longExamplesAreCutOff(separator: String) throws {
        let numbers = (1...9000).map(String.init).joined(separator: separator)
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Long, version: 1.0.0}
            paths:
              /a:
                post:
                  operationId: send
                  requestBody: &message
                    description: Numbers
                    content: {application/json: {schema: {type: array, items: {type: integer}}, example: [
                      \(numbers)]}}
                  responses: {"200": *message}

            """, to: "long.yaml")
        #expect(try apigen(in: folder, "long.yaml", "--emit", "docs").status == 0)
        for page in ["Send", "Reference/Send"] {
            let text = try #require(folder.read("Generated/Docs/Long/\(page).md"))
            #expect(text.utf8.count < 40_000)
            #expect(text.contains("The example goes on"))
        }
    }

    @Test func manySchemasHaveAListOfTheirOwn() throws {
        let schemas = (1...201).map { "    Schema\($0): {type: object}\n" }.joined()
        try folder.write(
            "openapi: 3.1.0\ninfo: {title: Many, version: 1.0.0}\ncomponents:\n  schemas:\n\(schemas)", to: "many.yaml")
        #expect(try apigen(in: folder, "many.yaml", "--emit", "docs").status == 0)
        #expect(folder.read("Generated/Docs/Many/index.md")?.hasSuffix("- [All 201 schemas](Guide/Schemas.md)\n") == true)
        #expect(folder.read("Generated/Docs/Many/Guide/Schemas.md")?.contains("- [Schema201](../Schemas/Schema201.md)") == true)
        #expect(folder.read("Generated/Docs/Many/llms.txt")?.contains("- [Schema201](Schemas/Schema201.md)") == true)
    }

    @Test func anExampleThatManyOperationsShareIsNotRepeatedInTheirReferences() throws {
        let paths = (1...11).map {
            "  /a\($0): {get: {responses: {'200': {description: Done}, '400': {$ref: '#/components/responses/Bad'}}}}\n"
        }
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Shared, version: 1.0.0}
            components:
              responses:
                Bad: {description: Bad, content: {application/json: {schema: {}, example: {no: way}}, text/plain: {example: no text}}}
            webhooks: {hook: {post: {responses: {'400': {$ref: '#/components/responses/Bad'}}}}}
            paths:
            \(paths.joined())
            """, to: "shared.yaml")
        #expect(try apigen(in: folder, "shared.yaml", "--emit", "docs").status == 0)
        #expect(folder.read("Generated/Docs/Shared/GetA1.md")?.contains(#"{"no": "way"}"#) == true)
        let reference = try #require(folder.read("Generated/Docs/Shared/Reference/GetA1.md"))
        // What no other page shows stays.
        #expect(!reference.contains("way") && reference.contains("no text"))
        #expect(folder.read("Generated/Docs/Shared/Webhooks/hook-POST.md")?.contains("way") == true)
    }

    @Test func aFakeAnswersWithALongExampleOfItsDocument() throws {
        let text = String(repeating: "long ", count: 1_000) + "end"
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Long, version: 1.0.0}
            paths: {/a: {get: {responses: {"200": {description: A, content: {text/plain: {schema: {type: string}, example: \(text)}}}}}}}

            """, to: "long.yaml")
        #expect(try apigen(in: folder, "long.yaml", "--emit", "models,operations,server,fake").status == 0)
        #expect(folder.read("Generated/Long/Fake.swift")?.contains(text) == true)
    }
}

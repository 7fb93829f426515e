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
        #expect(folder.read("Generated/Site/Pets/openapi.yaml") == folder.read("pets.yaml"))
    }

    @Test func operationsHaveAnchorsOfTheirIDs() throws {
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "docs").status == 0)
        let index = try #require(folder.read("Generated/Docs/Pets/index.md"))
        #expect(index.contains(#"<a id="operation/get%20%22pet%22%20%3C1%3E"></a>["#))
        #expect(index.contains(#"<a id="operation/DELETE/pets/%7Bid%7D"></a>["#))
    }
}

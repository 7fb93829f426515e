import Testing

/// The values that samples show where the document has none, or has several.
struct ExampleTests {
    private func page(_ name: String, of document: String) throws -> String {
        let folder = try Folder()
        try folder.write("openapi: 3.2.0\ninfo: {title: Pets, version: 1.0.0}\n" + document, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--emit", "docs")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(folder.read("Generated/Docs/Pets/\(name).md"))
    }

    @Test(arguments: [
        ("application/jsonl", "{schema: {type: array, items: {type: object, properties: {id: {type: integer}}}}}", #"{"id": 1}"#),
        ("application/jsonl", "{itemSchema: {type: object, properties: {id: {type: integer}}}}", #"{"id": 1}"#),
        ("application/jsonl", #"{itemSchema: {type: object}, example: "{\"id\": 7}\n{\"id\": 8}\n"}"#, #"{"id": 8}"#),
        ("text/event-stream", "{itemSchema: {type: object, properties: {id: {type: integer}}}}", #"data: {"id": 1}"#),
        (
            "text/event-stream",
            "{itemSchema: {type: object, properties: {event: {const: news}, data: {type: string, contentMediaType: application/json, contentSchema: {const: 5}}}}}",
            "event: news"
        ),
    ])
    func aStreamsSampleSendsAPieceInEveryLanguage(mediaType: String, content: String, piece: String) throws {
        let page = try page("Reference/Send", of: """
            paths:
              /pieces:
                post:
                  operationId: send
                  requestBody: {required: true, content: {\(mediaType): \(content)}}
                  responses: {"204": {description: Done}}

            """)
        for language in ["shell", "swift", "javascript", "python"] {
            let source = try #require(page.split(separator: "```\(language)\n").last?.split(separator: "\n```").first)
            #expect(source.replacing("\\\"", with: "\"").contains(piece), "\(language): \(source)")
        }
    }

    private static let account = """
        paths:
          /accounts:
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Account'}}}}
              responses: {"204": {description: Done}}
        components:
          schemas:
            Account:
              type: object
              required: [id, name]
              properties:
                id: {type: integer, readOnly: true}
                name: {type: string, maxLength: 3, default: much too long}
                year: {type: string, example: 1984}

        """

    @Test func aRequestHasNoMembersThatOnlyAnswersCarry() throws {
        #expect(try page("Reference/Add", of: Self.account).contains(#"-d '{"name": "str", "year": "1984"}'"#))
        #expect(try page("Schemas/Account", of: Self.account).contains(#"{"id": 1, "name": "str", "year": "1984"}"#))
    }

    @Test func anExampleOfAWebhookIsShown() throws {
        let page = try page("Webhooks/sold-POST", of: """
            webhooks:
              sold:
                post:
                  requestBody: {content: {text/csv: {schema: {type: string}, example: "a;b"}}}
                  responses: {"204": {description: Done}}

            """)
        #expect(page.contains("For example\n\n```\na;b\n```"))
    }
}

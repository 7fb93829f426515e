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
        let page = try page(
            "Reference/Send",
            of: """
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

    /// Page and reference show one request, which is escaped as the client's is.
    @Test func samplesAreEscapedAsTheClientEscapes() throws {
        let document = """
            servers: [{url: 'https://x.example/api/'}]
            paths:
              /customers/{id}:
                get:
                  operationId: find
                  parameters:
                    - {name: id, in: path, required: true, example: 'a b/c', schema: {type: string}}
                    - {name: 'ids[]', in: query, required: true, schema: {type: array, items: {type: string}, example: [c789, "c'12&3"]}}
                    - {name: f, in: query, style: deepObject, required: true, schema: {type: object, properties: {min: {type: integer, example: 2}}}}
                    - {name: p, in: query, style: pipeDelimited, explode: false, required: true, schema: {type: array, items: {type: string}}, example: [x, y]}
                    - {name: r, in: query, allowReserved: true, required: true, example: 'a/b&c+[d]', schema: {type: string}}
                    - {name: X-Q, in: header, required: true, schema: {type: array, items: {type: string}}, example: ["it's $HOME", b]}
                    - {name: X-Unused, in: header, schema: {type: string}}
                    - {name: sid, in: cookie, required: true, schema: {type: string}, example: "a'b"}
                  security: [{key: [], bearer: []}]
                  responses: {"204": {description: Done}}
            components:
              securitySchemes: {key: {type: apiKey, in: query, name: 'k[]'}, bearer: {type: http, scheme: bearer}}

            """
        let url =
            "'https://x.example/api/customers/a%20b%2Fc?ids%5B%5D=c789&ids%5B%5D=c%2712%263&f%5Bmin%5D=2&p=x%7Cy"
            + "&r=a/b%26c%2B%5Bd%5D&k%5B%5D=<key>'"
        let line = try #require(try page("Find", of: document).split(separator: "\n").first { $0.hasPrefix("curl ") })
        #expect(
            line == #"curl -X GET -H "Authorization: Bearer <bearer>" -H "X-Q: it's \$HOME,b" -H "Cookie: sid=a%27b" "# + url)
        let reference = try page("Reference/Find", of: document)
        #expect(reference.contains("curl " + url))
        #expect(reference.contains("-H 'Cookie: sid=a%27b'"))
        #expect(!reference.contains("X-Unused: "))
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
        let page = try page(
            "Webhooks/sold-POST",
            of: """
                webhooks:
                  sold:
                    post:
                      requestBody: {content: {text/csv: {schema: {type: string}, example: "a;b"}}}
                      responses: {"204": {description: Done}}

                """)
        #expect(page.contains("For example\n\n```\na;b\n```"))
    }

    /// Schemas in YAML's flow style, and the example that their page shows.
    private static let schemasOfEveryKind: [(schema: String, example: String)] = [
        ("{type: array, items: {type: integer, minimum: 10, multipleOf: 7}}", "[14]"),
        ("{type: array, items: {type: number, exclusiveMinimum: 0, exclusiveMaximum: 1}}", "[0.5]"),
        ("{type: array, items: {type: integer, exclusiveMinimum: 9223372036854775807}}", "[9223372036854775808]"),
        ("{type: array, minItems: 3, uniqueItems: true, items: {type: integer, minimum: 5}}", "[5, 6, 7]"),
        ("{type: array, minItems: 2, uniqueItems: true, items: {enum: [b, a]}}", #"["b", "a"]"#),
        (#"{type: array, items: {type: string, pattern: '^[A-Z]{3}-\d{4}$'}}"#, #"["ABC-5678"]"#),
        ("{type: array, items: {type: string, pattern: '^[0-9a-f]+$', minLength: 12, maxLength: 12}}", #"["abcdef123456"]"#),
        (#"{type: array, items: {type: string, pattern: '^(?=.*[A-Z])(?=.*\d).{8,}$'}}"#, #"["Example1!"]"#),
        ("{type: array, minItems: 2, contains: {const: 3}}", #"[3, "value"]"#),
        ("{type: array, prefixItems: [{type: string}, {type: integer}], items: false}", #"["string", 1]"#),
        ("{type: object, properties: {a: {const: x}}, required: [a, b]}", #"{"a": "x", "b": "value"}"#),
        ("{type: object, minProperties: 2, additionalProperties: {type: integer}}", #"{"key": 1, "key2": 1}"#),
        ("{type: object, propertyNames: {pattern: '^x-'}, additionalProperties: {type: integer}}", #"{"x-value": 1}"#),
        ("{type: object, patternProperties: {'^[0-9]{3}$': {type: boolean}}, additionalProperties: false}", #"{"234": true}"#),
        ("{allOf: [{type: object, properties: {n: {minimum: 3}}}, {properties: {n: {type: integer, minimum: 5}}}]}", #"{"n": 5}"#),
        ("{type: object, properties: {n: {$ref: '#/components/schemas/Small', minimum: 2}}}", #"{"n": 2}"#),
        ("{type: object, properties: {a: {type: string}, b: {type: string}}, not: {required: [a, b]}}", #"{"b": "string"}"#),
        (
            "{type: object, properties: {a: {type: string}, b: {type: string}}, if: {required: [a]}, then: {required: [b]}}",
            #"{"a": "string", "b": "string"}"#
        ),
        ("{oneOf: [{type: object}, {type: object, required: [a], properties: {a: {type: string}}}]}", "{}"),
        ("{type: object, properties: {when: {type: string, format: date, default: tomorrow}}}", #"{"when": "2026-01-31"}"#),
        ("{type: object, required: [self], properties: {self: {$ref: '#/components/schemas/Thing'}, name: {}}}", ""),
    ]

    @Test(arguments: schemasOfEveryKind)
    func anExampleIsValid(schema: String, example: String) throws {
        let page = try page(
            "Schemas/Thing",
            of: """
                paths: {}
                components:
                  schemas:
                    Small: {type: integer, maximum: 9}
                    Thing: \(schema)

                """)
        let shown = page.split(separator: "```json\n").dropFirst().first?.split(separator: "\n```").first ?? ""
        #expect(shown == example)
    }

    @Test func aMemberWithoutAValueIsLeftOutAndNamed() throws {
        let page = try page(
            "Schemas/Thing",
            of: """
                paths: {}
                components:
                  schemas:
                    Thing: {type: object, properties: {code: {type: string, pattern: '^(a)\\1$'}, name: {type: string}}}

                """)
        #expect(page.contains(#"{"name": "string"}"#))
        #expect(page.contains("The example is without `code` (no text was found that matches"))
    }
}

import Testing

/// How pages describe schemas: types in words, tables of properties, and what tells alternatives apart.
struct SchemaPageTests {
    private func page(_ name: String, schemas: String) throws -> String {
        let folder = try Folder()
        try folder.write(
            "openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\npaths: {}\ncomponents:\n  schemas:\n" + schemas, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--emit", "docs")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(folder.read("Generated/Docs/Pets/Schemas/\(name).md"))
    }

    @Test func aPropertyHasOneRowWithEverythingThatIsInherited() throws {
        let text = try page(
            "Dog",
            schemas: """
                    Pet: {type: object, required: [name], properties: {name: {type: string, minLength: 1}, id: {type: integer}}}
                    Dog:
                      allOf:
                        - $ref: '#/components/schemas/Pet'
                        - {properties: {name: {maxLength: 9}, tail: {type: object, properties: {length: {type: number}}}}}

                """)
        #expect(text.contains("Type: object, includes [Pet](Pet.md), in Swift `Pets.Dog`"))
        #expect(text.contains("`name` | string | yes | 1 to 9 characters.\n`id` | integer | no | \n`tail` | object | no | \n"))
        #expect(text.contains("`tail.length` | number | no |"))
        #expect(!text.contains("all of"))
    }

    /// Schemas, and the type that a property of each has.
    private static let types: [(schema: String, type: String)] = [
        ("{type: 'null'}", "null"),
        ("{type: [string, 'null']}", "string or null"),
        ("{oneOf: [{$ref: '#/components/schemas/Named'}, {type: 'null'}]}", "[Named](Named.md) or null"),
        ("{allOf: [{$ref: '#/components/schemas/Named'}, {minProperties: 1}]}", "[Named](Named.md)"),
        ("{allOf: [{$ref: '#/components/schemas/Named'}, {properties: {age: {type: integer}}}]}", "object"),
        ("{allOf: [{type: integer}, {type: integer, minimum: 3}]}", "integer"),
        ("{anyOf: [{type: string}, {type: integer}]}", "any of string, integer"),
        ("{oneOf: [{type: object, title: Cat}, {type: object}, {type: object}]}", "one of Cat, object 2, object 3"),
        ("{anyOf: [{enum: [a, b], type: string}, {type: string}]}", "any of string (one of `a`, `b`), string"),
        (
            "{anyOf: [{type: string, maxLength: 5}, {type: string, pattern: x}]}",
            "any of string (at most 5 characters), string (matches `x`)"
        ),
        ("{const: 5}", "number"),
        ("{anyOf: [{type: [string, 'null']}, {type: integer}, {type: 'null'}]}", "any of string or null, integer or null"),
        ("{allOf: [{$ref: '#/components/schemas/Named'}], type: [object, 'null']}", "[Named](Named.md)"),
        ("{}", "any value"),
        ("false", "no value"),
        (
            "{type: object, additionalProperties: {type: array, items: {type: string, format: date}}}",
            "map of array of string (date)"
        ),
    ]

    @Test(arguments: types)
    func aTypeIsSaidInWords(schema: String, type: String) throws {
        let text = try page(
            "Thing",
            schemas: """
                    Named: {type: object, properties: {name: {type: string}}}
                    Thing: {type: object, properties: {value: \(schema)}}

                """)
        #expect(text.contains("`value` | \(type) | no |"), "\(text)")
    }

    /// Lists of alternatives, and the rows that say what tells them apart.
    private static let alternatives: [(list: String, rows: String)] = [
        (
            "{oneOf: [{type: string}, {type: array, items: {type: string}}]}",
            "string | the value is a string\narray of string | the value is an array\n"
        ),
        (
            "{oneOf: [{title: Card, properties: {kind: {const: card}}}, {title: Cash, properties: {kind: {enum: [cash, coins]}}}]}",
            "Card | `kind` is `card`\nCash | `kind` is `cash` or `coins`\n"
        ),
        (
            "{oneOf: [{title: A, required: [a, b], properties: {a: {}, b: {}}}, {title: C, required: [c], properties: {c: {}}}]}",
            "A | `a` and `b` are present\nC | `c` is present\n"
        ),
        (
            """
            {discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Cat', d: '#/components/schemas/Dog'}},
                    oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
            """, "[Cat](Cat.md) | `kind` is `c` or `Cat`\n[Dog](Dog.md) | `kind` is `d` or `Dog`\n"
        ),
    ]

    @Test(arguments: alternatives)
    func aTableSaysWhatTellsAlternativesApart(list: String, rows: String) throws {
        let text = try page(
            "Thing",
            schemas: """
                    Cat: {type: object, properties: {kind: {type: string}}}
                    Dog: {type: object, properties: {kind: {type: string}}}
                    Thing: \(list)

                """)
        #expect(text.contains("The value is one of the following:\n\nAlternative | When\n------------|-----\n" + rows), "\(text)")
    }

    @Test func alternativesWithoutAPageHaveTablesOfTheirOwn() throws {
        let text = try page(
            "Payment",
            schemas: """
                    Payment:
                      type: object
                      properties:
                        source:
                          oneOf:
                            - {title: Card, type: object, properties: {name: {type: string}, cvc: {type: string}}}
                            - {title: Account, type: object, properties: {name: {type: string}, iban: {type: string}}}

                """)
        #expect(text.contains("`source` | one of Card, Account | no |"))
        #expect(text.contains("Properties of **Card** (`source`):\n\nName"))
        #expect(text.split(separator: "Properties of **Account** (`source`):").last?.contains("`source.iban`") == true)
        #expect(text.matches(of: /`source.name`/).count == 2)
    }

    @Test func listsThatOnlyRequirePropertiesAreConstraints() throws {
        let text = try page(
            "Contact",
            schemas: """
                    Contact:
                      type: object
                      properties: {mail: {type: string}, phone: {type: string}}
                      anyOf: [{required: [mail]}, {required: [phone]}]

                """)
        #expect(text.contains("Type: object, requires `mail`, or `phone`, in Swift"))
    }
}

import ApigenCommand
import Testing

/// The options `types`, `unknownMembers` and `conformances`, and conformance to `Identifiable`.
struct TypeOptionTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(document, to: "zoo.yaml")
    }

    private func generated(_ file: String) -> String { folder.read("Generated/Zoo/\(file).swift") ?? "" }

    @Test(arguments: [
        ("types: foundation", "Models", "public var born: Date?"),
        ("types: foundation", "Models", "public var home: URL?"),
        ("types: foundation", "Client", "func listAnimals(since: Date? = nil)"),
        ("types: foundation\nformats: {date-time: Timestamp}", "Models", "public var born: Timestamp?"),
        ("formats: {date-time: Foundation.Date}", "Models", "public var born: Date?"),
        ("formats: {date-time: Foundation.Date}", "Models", "public var home: String?"),
        ("types: foundation", "Models", "struct DateSchema: JSONCodable, Hashable, Sendable {"),
        ("types: runtime", "Models", "struct Date: JSONCodable, Hashable, Sendable {"),
        (
            "types: foundation\naccess: internal", "Models",
            "#if canImport(FoundationEssentials)\nimport FoundationEssentials\n#else\n"
        ),
        ("unknownMembers: keep", "Models", "public var unknownMembers: [String: JSONValue]\n"),
        (
            "conformances: {'*mal': [Trackable, Tracking.Audited]}", "Models",
            "struct Animal: JSONCodable, Hashable, Sendable, Identifiable, Trackable, Tracking.Audited {"
        ),
        ("conformances: {'*': [Tracking.Audited]}", "Models", "\npublic import APIRuntime\npublic import Tracking\n"),
        ("conformances: {AnimalKind: [Trackable]}", "Models", "enum AnimalKind: OpenStringEnum, Trackable {"),
        ("conformances: {AnimalKind: [Trackable]}\nopenEnums: false", "Models", "ClosedStringEnum, CaseIterable, Trackable {"),
        ("conformances: {Pair: [Trackable]}", "Models", "struct Pair: JSONCodable, Hashable, Sendable, Trackable {"),
        ("conformances: {Either: [Trackable]}", "Models", "enum Either: JSONCodable, Hashable, Sendable, Trackable {"),
        ("conformances: {Animal: [Identifiable]}", "Models", "struct Animal: JSONCodable, Hashable, Sendable, Identifiable {"),
        ("conformances: {Animal: [Date]}", "Models", "struct DateSchema: "),
    ])
    func optionHasItsEffect(_ option: String, _ file: String, _ text: String) throws {
        try folder.write(option + "\n", to: "apigen.yaml")
        let outcome = try apigen(in: folder, "zoo.yaml")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(generated(file).contains(text), "\(generated(file))")
    }

    @Test func handlersHaveTheContextOnRequest() throws {
        let parameter = "- {name: context, in: query, schema: {type: string}}"
        try folder.write(
            document.replacing("      parameters:\n", with: "      parameters:\n        \(parameter)\n"), to: "zoo.yaml"
        )
        #expect(try apigen(in: folder, "zoo.yaml").status == 0)
        #expect(!generated("Server").contains("RequestContext"))
        #expect(try apigen(in: folder, "zoo.yaml", "--request-context", "parameter").status == 0)
        let server = generated("Server")
        #expect(server.contains("requestContext: RequestContext"), "\(server)")
        #expect(server.contains("requestContext: request.context"), "\(server)")
    }

    @Test func flagsHaveTheSameEffect() throws {
        let outcome = try apigen(
            in: folder, "zoo.yaml", "--types", "foundation", "--unknown-members", "keep", "--conformances", "Ani*l=Trackable")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let text = "struct Animal: JSONCodable, Hashable, Sendable, Identifiable, Trackable {"
        #expect(generated("Models").contains(text), "\(generated("Models"))")
        #expect(generated("Models").contains("var born: Date?"))
        #expect(generated("Models").contains("unknownMembers"))
    }

    /// Each file imports what it names, as the compiler warns of other public imports.
    @Test func modulesAreImportedWhereTheyAreNamed() throws {
        try folder.write(
            document + "    More: {type: object, properties: {a: {type: integer}}}\n", to: "zoo.yaml")
        try folder.write("types: foundation\nshards: 40\nemit: [models, operations, client, server, fake]\n", to: "apigen.yaml")
        #expect(try apigen(in: folder, "zoo.yaml").status == 0)
        let files = folder.files.filter { $0.hasSuffix(".swift") }
        for file in files {
            let text = try #require(folder.read(file))
            let names = text.split { !$0.isLetter }.contains { ["Date", "URL", "UUID", "Data", "Decimal"].contains($0) }
            #expect(text.contains("import Foundation") == names, "\(file)")
            #expect(text.contains("import FoundationEssentials") == names, "\(file)")
        }
        // The response has a struct of its own, so that only the bodies of functions name the type of its header field.
        #expect(generated("Server").contains("\npublic import FoundationEssentials\n"))
        #expect(folder.read("Generated/Zoo/Operations.swift")?.contains("\npublic import FoundationEssentials\n") == true)
    }

    @Test func aTypeThatOnlyBodiesNameIsImportedForThem() throws {
        try folder.write(
            document.replacing("- {name: since, in: query, schema: {type: string, format: date-time}}", with: ""), to: "zoo.yaml")
        try folder.write("types: foundation\n", to: "apigen.yaml")
        #expect(try apigen(in: folder, "zoo.yaml").status == 0)
        #expect(
            generated("Client").contains("\n#if canImport(FoundationEssentials)\nimport FoundationEssentials\n"),
            "\(generated("Client"))")
    }

    @Test func theNamespaceDoesNotHideAType() throws {
        try folder.write(document, to: "data.yaml")
        #expect(try apigen(in: folder, "data.yaml", "--types", "foundation").status == 0)
        #expect(folder.files.contains("Generated/DataAPI/Models.swift"))
        let outcome = try apigen(in: folder, "zoo.yaml", "--types", "foundation", "--namespace", "Date")
        #expect(outcome.errors.contains("the namespace cannot be called 'Date'"))
    }

    @Test(arguments: [
        ("Required", true), ("Text", true), ("Listed", true), ("Optional", false), ("Null", false), ("Rows", false),
        ("Anything", true), ("Aliased", true), ("Given", false), ("Composed", true),
    ])
    func typesWithAnIdentityAreIdentifiable(_ name: String, _ isIdentifiable: Bool) throws {
        try folder.write(identities, to: "zoo.yaml")
        #expect(try apigen(in: folder, "zoo.yaml", "--emit", "models").status == 0)
        let head = try #require(generated("Models").split(separator: "\n").first { $0.contains("struct \(name)") })
        #expect(head.contains(", Identifiable {") == isIdentifiable, "\(head)")
    }

    @Test func whatCannotBeHashedIsNoIdentity() throws {
        try folder.write(identities, to: "zoo.yaml")
        #expect(try apigen(in: folder, "zoo.yaml", "--emit", "models", "--no-hashable", "--formats", "own=Own").status == 0)
        #expect(generated("Models").contains("struct Required: JSONCodable, Sendable, Identifiable {"))
        #expect(generated("Models").contains("struct Composed: JSONCodable, Sendable {"))
        #expect(generated("Models").contains("struct Text: JSONCodable, Sendable {"), "a type of the user's own")
    }

    @Test(arguments: [
        ("types: [date]", "apigen.yaml:1:8: error: 'types' must be runtime or foundation, found a list"),
        (
            "types: fundation",
            "apigen.yaml:1:8: error: 'types' must be runtime or foundation, found 'fundation'; did you mean 'foundation'?"
        ),
        ("unknownMembers: true", "apigen.yaml:1:17: error: 'unknownMembers' must be ignore or keep"),
        (
            "conformances: [A]",
            "apigen.yaml:1:15: error: 'conformances' must be a mapping from patterns to lists of protocols, found a list"
        ),
        ("conformances: {Animal: Trackable}", "apigen.yaml:1:24: error: 'Animal' must be a list of protocols, found 'Trackable'"),
        (
            "conformances: {Animal: [a b]}",
            "apigen.yaml:1:25: error: 'Animal' must be a list of protocols such as Trackable or Tracking.Trackable, found 'a b'"
        ),
        (
            "conformances: {Animals: [Trackable]}",
            "apigen.yaml:1:16: error: no struct or enum of the document matches 'Animals'; did you mean 'Animal'?"
        ),
        ("conformances: {Name: [Trackable]}", "apigen.yaml:1:16: error: no struct or enum of the document matches 'Name'"),
    ])
    func mistakeStandsAtItsPlace(_ text: String, _ beginning: String) throws {
        try folder.write(text + "\n", to: "apigen.yaml")
        let outcome = try apigen(in: folder, "zoo.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix(beginning), "\(outcome.errors)")
    }
}

private let document = """
    openapi: 3.1.0
    info: {title: Zoo, version: '1'}
    paths:
      /animals:
        get:
          operationId: listAnimals
          parameters:
            - {name: since, in: query, schema: {type: string, format: date-time}}
          responses:
            "200":
              description: d
              headers: {Last-Change: {required: true, schema: {type: string, format: date-time}}}
              content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Animal'}}}}
    components:
      schemas:
        Animal:
          type: object
          required: [id]
          properties:
            id: {type: integer}
            born: {type: string, format: date-time}
            home: {type: string, format: uri}
            kind: {type: string, enum: [cat]}
        Date: {type: object, properties: {year: {type: integer}}}
        Name: {type: string}
        Pair: {type: array, prefixItems: [{type: string}]}
        Either: {oneOf: [{type: string}, {type: integer}]}

    """

private let identities = """
    openapi: 3.1.0
    info: {title: Zoo, version: '1'}
    paths:
      /given:
        post:
          operationId: give
          requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Given'}}}}
          responses: {"200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Given'}}}}}
    components:
      schemas:
        Name: {type: string}
        Required: {type: object, required: [id], properties: {id: {type: integer}}}
        Text: {type: object, required: [id], properties: {id: {type: string, format: own}}}
        Listed: {type: object, required: [id], properties: {id: {type: string, enum: [a, b]}}}
        Optional: {type: object, properties: {id: {type: integer}}}
        "Null": {type: object, required: [id], properties: {id: {type: [integer, "null"]}}}
        Rows: {type: object, required: [id], properties: {id: {type: array, items: {type: integer}}}}
        Anything: {type: object, required: [id], properties: {id: {}}}
        Aliased: {type: object, required: [id], properties: {id: {$ref: '#/components/schemas/Name'}}}
        Given: {type: object, required: [id], properties: {id: {type: integer, readOnly: true}}}
        Composed: {type: object, required: [id], properties: {id: {oneOf: [{type: integer}, {type: string}]}}}

    """

import Foundation
import Testing

/// Swift names that `--lock` keeps between runs.
struct LockTests {
    let folder: Folder
    private let old = """
        openapi: 3.1.0
        info: {title: Pets, version: "1"}
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - {name: sort-by, in: query, schema: {type: string}}
                - {name: filter, in: query, schema: {type: string, enum: [a-b, c]}}
              responses:
                "200": {description: Pets, content: {application/json: {schema: {$ref: "#/components/schemas/pet"}}}}
                "404": {description: None}
        components:
          schemas:
            pet:
              type: object
              properties:
                pet_name: {type: string}
                owner: {type: object, properties: {name: {type: string}}}
        """

    init() throws {
        folder = try Folder()
        try folder.write(old, to: "pets.yaml")
    }

    /// Generates code, and returns all of it.
    private func generate(_ text: String) throws -> String {
        try folder.write(text, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--lock", "apigen.lock.yaml", "--emit", "models,client")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder.files.filter { $0.hasSuffix(".swift") }.compactMap { folder.read($0) }.joined()
    }

    private func replacing(_ text: String, _ replacement: String) throws -> String {
        try #require(old.contains(text))
        return old.replacing(text, with: replacement)
    }

    @Test func nothingIsKeptWithoutTheOption() throws {
        #expect(try apigen(in: folder, "pets.yaml").status == 0)
        #expect(!folder.files.contains { $0.contains("lock") })
    }

    @Test func typeKeepsItsName() throws {
        #expect(try generate(old).contains("struct Pet:"))
        let code = try generate(
            replacing("    pet:\n", "    Pet: {type: object, properties: {lives: {type: integer}}}\n    pet:\n"))
        #expect(code.contains("struct Pet: "))
        #expect(code.matches(of: #/struct PetSchema: [\s\S]*?var lives/#).count == 1)
        #expect(folder.read("apigen.lock.yaml")?.contains(#"  "pet": "Pet""#) == true)
    }

    @Test func operationsAndMembersKeepTheirNames() throws {
        _ = try generate(old)
        let code = try generate(
            replacing("paths:\n", "paths:\n  /all: {get: {operationId: list_pets, responses: {\"204\": {description: None}}}}\n")
                .replacing(
                    "        - {name: sort-by",
                    with: "        - {name: sortBy, in: query, schema: {type: integer}}\n        - {name: sort-by"
                )
                .replacing("[a-b, c]", with: "[aB, a-b, c]")
                .replacing("        pet_name", with: "        petName: {type: integer}\n        pet_name"))
        #expect(code.contains("sortBy: String?"))
        #expect(code.contains("public var petName: String?"))
        #expect(code.contains(#"case aB = "a-b""#) || code.contains(#""a-b": .aB"#) || code.contains(".aB: \"a-b\""), "\(code)")
        #expect(code.contains("public func listPets(\n") || code.contains("public func listPets(sortBy"))
        #expect(code.contains("func listPets2("))
    }

    /// New things that would take the names of header fields, tuple elements, media types, credentials, servers and protocols.
    @Test func newThingsTakeNoNames() throws {
        let first = """
            openapi: 3.1.0
            info: {title: Pets, version: "1"}
            servers: [{url: "https://a.example/{x-y}", variables: {x-y: {default: v}}}, {url: "https://b.example"}]
            tags: [{name: pets}, {name: dogs}]
            security: [{api_key: []}]
            paths:
              /pets:
                get:
                  tags: [pets]
                  operationId: getPets
                  responses:
                    "200":
                      description: Pets
                      headers: {x-rate: {schema: {type: integer}}}
                      content:
                        application/json: {schema: {$ref: "#/components/schemas/Point"}}
                        text/csv: {schema: {type: string}}
              /dogs: {get: {tags: [dogs], operationId: getDogs, responses: {"204": {description: None}}}}
            components:
              securitySchemes: {api_key: {type: apiKey, in: header, name: X-Key}}
              schemas:
                Point: {type: array, prefixItems: [{type: number}, {type: number}]}
            """
        let second =
            first
            .replacing("servers: [", with: "servers: [{url: \"https://c.example/{xY}\", variables: {xY: {default: v}}}, ")
            .replacing("headers: {", with: "headers: {x.rate: {schema: {type: string}}, ")
            .replacing("text/csv:", with: "text/csv; v=2: {schema: {type: integer}}\n            text/csv:")
            .replacing("securitySchemes: {", with: "securitySchemes: {apiKey: {type: http, scheme: basic}, ")
            .replacing("prefixItems: [{", with: "prefixItems: [{title: x, ")
            .replacing("schemas:\n", with: "schemas:\n    PetsServer: {type: object, properties: {a: {type: string}}}\n")
        _ = try generate(first)
        let kept = try #require(folder.read("apigen.lock.yaml")).split(separator: "\n")
        for group in ["(headers)", "(media types)", "(credentials)", "(servers)", "(protocols)"] {
            #expect(kept.contains { $0.contains(group) }, "\(group)")
        }
        let code = try generate(second)
        let renewed = Set(try #require(folder.read("apigen.lock.yaml")).split(separator: "\n"))
        #expect(kept.filter { !renewed.contains($0) } == [])
        #expect(code.contains("public var apiKey: "))
        #expect(code.contains("public var element1: "))
    }

    @Test func newInlineSchemaTakesNoNameOfAnother() throws {
        _ = try generate(old)
        let code = try generate(
            replacing("    pet:\n", "    PetOwner: {type: object, properties: {id: {type: integer}}}\n    pet:\n"))
        #expect(code.contains("public var owner: PetOwner?"))
        #expect(code.contains("struct PetOwnerSchema:"))
    }

    @Test func nameOfAnExtractedSchemaIsFree() throws {
        _ = try generate(old)
        let code = try generate(
            replacing("{type: object, properties: {name: {type: string}}}", "{$ref: \"#/components/schemas/PetOwner\"}")
                + "\n    PetOwner: {type: object, properties: {name: {type: string}}}\n")
        #expect(code.contains("public var owner: PetOwner?"))
    }

    @Test func orderOfTheDocumentDoesNotMatter() throws {
        let first = try generate(
            replacing("    pet:\n", "    Pet: {type: object, properties: {lives: {type: integer}}}\n    pet:\n"))
        let lock = folder.read("apigen.lock.yaml")
        let second = try generate(old + "\n    Pet: {type: object, properties: {lives: {type: integer}}}\n")
        #expect(folder.read("apigen.lock.yaml") == lock)
        #expect(first.split(separator: "\n").sorted() == second.split(separator: "\n").sorted())
    }

    @Test func vanishedNameIsReported() throws {
        _ = try generate(old)
        try folder.write(replacing("        pet_name: {type: string}\n", ""), to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--lock", "apigen.lock.yaml")
        #expect(outcome.output.contains("name no longer kept, as it is not in the document: pet, pet_name\n"))
        #expect(folder.read("apigen.lock.yaml")?.contains("pet_name") == false)
    }

    @Test func checkComparesTheFile() throws {
        _ = try generate(old)
        let arguments = ["pets.yaml", "--lock", "apigen.lock.yaml", "--emit", "models,client", "--check"]
        #expect(try apigen(in: folder, arguments).status == 0)
        try folder.write("types: {}\n", to: "apigen.lock.yaml")
        let outcome = try apigen(in: folder, arguments)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("different apigen.lock.yaml\n"))
    }

    @Test func editedNameIsUsedAndInvalidOneIsAnError() throws {
        try folder.write("types: {pet: Animal}\n", to: "apigen.lock.yaml")
        #expect(try generate(old).contains("struct Animal:"))
        try folder.write("types:\n  pet: 'a b'\n", to: "apigen.lock.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--lock", "apigen.lock.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("apigen.lock.yaml:2:8: error: the kept name of 'pet' must be a Swift name"))
    }

    /// Two things with one kept name, and a name that generated code needs, leave code that compiles.
    @Test func unusableNamesAreReplaced() throws {
        try folder.write("types: {pet: Client}\nmembers: {pet: {pet_name: owner, owner: owner}}\n", to: "apigen.lock.yaml")
        let code = try generate(old)
        #expect(code.contains("struct Pet:"))
        #expect(code.contains("public var owner: String?"))
    }
}

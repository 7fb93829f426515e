import ApigenCommand
import Foundation
import Testing

/// The pages that documentation is published from.
struct OperationPageTests {
    @Test func thePageOfTheStatusOperationIsTheOneThatTheSystemWasMadeFrom() {
        let source = readFile(package + "/Tests/GeneratorTests/Docs/lambda-instance-status.md")
        #expect(source != nil)
        #expect(readFile(package + "/Generated/Docs/Lambda/LambdaInstanceStatus.md") == source)
    }

    @Test func noLinkBetweenThePagesIsDead() throws {
        let folder = package + "/Generated/Docs/"
        let files = Set(filesBelow(folder))
        for file in files where file.hasSuffix(".md") {
            let text = String(decoding: readFile(folder + file) ?? [], as: UTF8.self)
            for link in text.matches(of: /\]\((?<target>[^):]+\.md)\)/) {
                let target = URL(filePath: "/" + file).deletingLastPathComponent().appending(path: String(link.target)).standardized
                    .path
                #expect(files.contains(String(target.dropFirst())), "\(file) links to \(link.target)")
            }
        }
    }

    private func pages(of operation: String) throws -> Folder {
        let folder = try Folder()
        try folder.write("openapi: 3.1.0\ninfo: {title: Pets, version: 1.0.0}\npaths:\n" + operation, to: "pets.yaml")
        #expect(try apigen(in: folder, "pets.yaml", "--emit", "docs").status == 0)
        return folder
    }

    @Test(arguments: [
        ("\n                name: Rex\n                age: 3\n", #"{"name": "Rex", "age": 3}"#),
        ("{name: Rex}", #"{"name": "Rex"}"#),
        (#"{ "name":  "Rex" }"#, #"{ "name":  "Rex" }"#),
    ])
    func aBodyIsShownAsJSONInTheLayoutOfAuthorsWhoWroteJSON(example: String, shown: String) throws {
        let folder = try pages(
            of: """
                  /pets:
                    get:
                      operationId: listPets
                      responses:
                        "200":
                          description: Pets
                          content:
                            application/json:
                              example: \(example)

                """)
        for page in ["ListPets", "Reference/ListPets"] {
            #expect(folder.read("Generated/Docs/Pets/\(page).md")?.contains("\n\(shown)\n```") == true, "\(page)")
        }
    }

    @Test func severalExamplesHaveTheirStatusAndNameAsHeadings() throws {
        let folder = try pages(
            of: """
                  /pets:
                    get:
                      operationId: listPets
                      responses:
                        "200":
                          description: Pets
                          content:
                            application/json: {examples: {one: {value: [1], description: Just one.}, two: {summary: Two pets, value: [1, 2]}}}
                        "404": {description: Not Found, content: {application/json: {example: {no: pets}}}}

                """)
        let page = try #require(folder.read("Generated/Docs/Pets/ListPets.md"))
        #expect(page.contains("Pets\n\n#### 200 OK: one\n\n```\n[1]\n```\n\n#### 200 OK: Two pets\n\n```\n[1, 2]\n```\n"))
        #expect(page.contains("#### 404 Not Found\n\n```\n{\"no\": \"pets\"}\n```\n"))
        let details = try #require(folder.read("Generated/Docs/Pets/Reference/ListPets.md"))
        #expect(details.contains("#### 200 OK: one\n\nJust one.\n\n```json\n[1]\n```\n"))
    }

    @Test func theErrorsPageHasARowForEachStatusAndSchema() throws {
        let folder = try pages(
            of: """
                  /pets:
                    get:
                      responses:
                        "404":
                          description: None
                          content:
                            application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}
                            application/problem+xml: {schema: {$ref: '#/components/schemas/Problem'}}
                            text/plain: {schema: {type: string}}
                        default: {description: Other}
                components: {schemas: {Problem: {type: object}}}

                """)
        let rows = """
            404 Not Found | [Problem](../Schemas/Problem.md) | `application/problem+json`, `application/problem+xml`
            404 Not Found | string | `text/plain`
            Any other status | no body | \n
            """
        #expect(folder.read("Generated/Docs/Pets/Guide/Errors.md")?.contains(rows) == true)
    }
}

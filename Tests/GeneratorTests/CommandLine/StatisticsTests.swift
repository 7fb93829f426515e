import Testing

/// What `--stats` prints about a document in which one schema is most of the code.
struct StatisticsTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        let members = (0..<160).map { "member\($0): {type: string}" }.joined(separator: ", ")
        let small = (0..<20).map { "    Small\($0): {type: object, properties: {id: {type: string}}}\n" }.joined()
        try folder.write(
            """
            openapi: 3.1.0
            info: {title: Parts, version: "1"}
            paths:
              /large:
                get:
                  tags: [large]
                  operationId: getLarge
                  responses:
                    "200":
                      description: inline
                      content: {application/json: {schema: {type: object, properties: {inline: {type: string}}}}}
              /other:
                get: {operationId: getOther, responses: {"204": {description: none}}}
            components:
              schemas:
                Large: {type: object, properties: {nested: {type: object, properties: {a: {type: string}}}, \(members)}}
            \(small)
            """, to: "parts.yaml")
    }

    @Test func partsAreListedFromTheMostExpensiveOn() throws {
        let outcome = try apigen(in: folder, "parts.yaml", "--stats")
        #expect(outcome.status == 0)
        let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(rows.first == ["lines", "bytes", "types", "debug", "release"])
        // The response of the operation is an inline schema, and counts for its tag.
        let tags = try #require(rows.firstIndex(of: ["tag"]))
        #expect(rows[tags + 1].first == "large" && rows[tags + 1][3] == "1")
        #expect(rows[tags + 2].prefix(2) == ["(no", "tag)"])
        let schemas = try #require(rows.firstIndex(of: ["schema"]))
        #expect(rows[schemas + 1].first == "Large" && rows[schemas + 1][3] == "2")
        #expect(rows.contains(["and", "1", "more", "(see", "--verbose)"]))
        #expect(outcome.output.contains("warning: 'Large' and its inline schemas take "))
        #expect(!outcome.output.contains("'Small"))
        #expect(folder.read("Generated/Parts/Models.swift")?.contains("struct Large") == true)
    }

    @Test func linesAreThoseOfTheFiles() throws {
        let outcome = try apigen(in: folder, "parts.yaml", "--stats", "--verbose", "--emit", "models")
        let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
        let total = try #require(rows.first { $0.first == "total" })
        let schemas = rows.filter { $0.first == "Large" || $0.first?.hasPrefix("Small") == true }
        #expect(schemas.count == 21)
        let lines = schemas.reduce(0) { $0 + (Int($1[1]) ?? 0) }
        let file = try #require(folder.read("Generated/Parts/Models.swift"))
        #expect(abs(lines - file.split(separator: "\n", omittingEmptySubsequences: false).count) < 40)
        #expect((Int(total[1]) ?? 0) > lines)
    }
}

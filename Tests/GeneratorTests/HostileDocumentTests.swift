import ApigenCommand
import Diagnostics
import Printing
import Testing

/// Documents that mean harm, or that nobody in their right mind writes, from bytes to files.
struct HostileDocumentTests {
    private static func generated(_ text: String) -> (files: [GeneratedFile], log: DiagnosticLog) {
        var log = DiagnosticLog()
        let templates = Templates(log: &log)
        let document = log.add(SourceFile(path: "Hostile.yaml", bytes: Array(text.utf8)))
        let files = generate(document, options: GenerationOptions(), with: templates, log: &log)?.files ?? []
        return (files, log)
    }

    private static func schemas(_ lines: String) -> String {
        "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n\(lines)\n"
    }

    private static func operations(_ lines: String) -> String {
        "openapi: 3.1.1\ninfo: {title: T, version: '1'}\npaths:\n\(lines)\n"
    }

    /// Schemas in which a number stands wherever one may.
    private static func numbers(_ number: String) -> String {
        let keywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "default", "const", "example", "x-line"]
        let members = ["integer", "number"].flatMap { type in
            keywords.map { "        \(type)-\($0): {type: \(type), \($0): \(number)}" } + [
                "        \(type)-enum: {type: \(type), enum: [\(number)]}"
            ]
        }
        return schemas("    A:\n      type: object\n      properties:\n" + members.joined(separator: "\n"))
    }

    /// Schemas in which a number stands wherever a count may.
    private static func counts(_ number: String) -> String {
        schemas(
            """
                A: {type: array, items: {type: string}, minItems: \(number)}
                B: {type: array, prefixItems: [{type: string}], minItems: \(number), maxItems: \(number), uniqueItems: true}
                C: {type: array, contains: {type: string}, minContains: \(number), maxContains: \(number)}
                D: {type: object, minProperties: \(number), maxProperties: \(number)}
                E: {type: string, minLength: \(number)}
                F: {type: string, maxLength: \(number), minLength: \(number)}
                G: {type: array, items: {}, maxItems: \(number)}
            """)
    }

    private static let responses = "responses: {'200': {description: d}}"

    @Test(arguments: [
        operations("  /a: {get: {operationId: ../../etc/passwd, tags: [../../evil], \(responses)}}"),
        operations("  /a: {get: {operationId: CON, \(responses)}}\n  /b: {get: {operationId: \"a\\0b\", \(responses)}}"),
        operations("  /a: {get: {\(responses), callbacks: {c: {'{$url}': {$ref: '#/paths/~1a'}}}}}"),
        schemas("    A: {oneOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: k}}"),
        schemas(
            "    A: {type: array, prefixItems: [{$ref: '#/components/schemas/A'}]}\n    B: {not: {$ref: '#/components/schemas/B'}}"),
        schemas("    A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}, default: {a: {a: {}}}}"),
        schemas("    A: {type: integer, maximum: \(String(repeating: "9", count: 5_000)), minimum: 1e-999999999}"),
        schemas("    A: {type: array, items: {}, maxItems: 99999999999999999999}"),
        numbers("9223372036854775807"), numbers("-9223372036854775808"), numbers("18446744073709551616"),
        numbers("-1e-9223372036854775808"),
        numbers("1e9223372036854775807"), counts("9223372036854775807"), counts("9223372036854775808"), counts("1e18"),
        schemas(
            (0..<60).map {
                "    S\($0): {allOf: [{$ref: '#/components/schemas/S\($0 + 1)'}, {$ref: '#/components/schemas/S\($0 + 1)'}]}"
            }
            .joined(separator: "\n") + "\n    S60: {type: object}"),
        schemas("    A: {type: string, enum: ['', ' ', \"\\n\", '\"', '\\(a)', '*/', '`', self, Type, init, '0', '+1', null]}"),
        schemas("    A: {$id: 'https://x.test/a', $defs: {D: {$anchor: d, type: string}}, properties: {p: {$ref: '#d'}}}"),
    ])
    func legalDocumentsGiveFilesInTheirFolder(_ text: String) {
        let (files, log) = Self.generated(text)
        #expect(!log.hasErrors, "\(log.rendered())")
        #expect(!files.isEmpty)
        #expect(files.allSatisfy { $0.path.hasPrefix("Hostile/") || $0.path.hasPrefix("Docs/Hostile/") })
        #expect(!files.contains { $0.path.contains("..") || $0.bytes.contains(0) })
    }

    @Test(arguments: [
        operations("  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}"),
        schemas("    A: {$ref: 'https://example.com/a.yaml'}"), schemas("    A: {$ref: '/etc/passwd'}"),
        schemas("    ../A: {type: object}"), "[" + String(repeating: "[", count: 100_000),
        "a: " + String(repeating: "{a: ", count: 2_000),
        schemas(
            "    A:\n      allOf:\n" + (1...200).map { "      - properties: {a: {type: string, maxLength: \($0)}}\n" }.joined()),
        "openapi: 3.1.1\nx: &a [*a]\n", "%YAML 9.9\n---\n- a\n", "\u{0}",
    ])
    func otherDocumentsGiveAPlaceAndNoFiles(_ text: String) {
        let (files, log) = Self.generated(text)
        #expect(log.rendered().contains(": error: "))
        #expect(files.isEmpty)
    }

    /// Schemas called S0, S1 and so on, of which each refers to others.
    private static func chain(_ count: Int, _ schema: (Int) -> String) -> String {
        schemas((0..<count).map { "    S\($0): \(schema($0))" }.joined(separator: "\n"))
    }

    private static func reference(_ index: Int) -> String { "{$ref: '#/components/schemas/S\(index)'}" }

    /// Combinations that multiply: the tool answers or says that there are too many, and does not expand them first.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            chain(3_000) {
                $0 == 2_999
                    ? "{type: object}" : "{allOf: [\(reference($0 + 1)), {type: object, properties: {p\($0): {type: string}}}]}"
            },
            chain(3_000) {
                $0 == 2_999
                    ? "{type: object}" : "{allOf: [\(reference($0 + 1)), {properties: {p: {type: string, maxLength: \($0)}}}]}"
            },
            chain(3_000) { "{oneOf: [\(reference(($0 + 1) % 3_000)), {type: 'null'}], properties: {p\($0): {type: string}}}" },
            chain(300) { index in
                let list = (1...8).map { reference((index * 7 + $0) % 300) }.joined(separator: ", ")
                return "{type: object, properties: {p\(index): {type: string}}, oneOf: [\(list)]}"
            },
            chain(1_000) { index in
                let other = "{type: object, required: [a\(index)], properties: {a\(index): {type: string}}}"
                return "{anyOf: [\(reference((index + 1) % 1_000)), \(other)]}"
            },
            chain(60) { index in
                let members = "x: \(reference((index * 2 + 1) % 60)), y: \(reference((index * 3 + 2) % 60))"
                return "{allOf: [\(reference((index * 5 + 3) % 60)), {type: object, properties: {\(members)}}]}"
            },
            schemas(
                "    A: {allOf: ["
                    + (0..<30).map { list in
                        "{oneOf: [" + (0..<20).map { "{type: object, required: [a\(list)_\($0)]}" }.joined(separator: ", ") + "]}"
                    }.joined(separator: ", ") + "]}"),
        ])
    func combinationsThatMultiplyEnd(_ text: String) {
        let (files, log) = Self.generated(text)
        #expect(files.isEmpty == log.hasErrors)
    }
}

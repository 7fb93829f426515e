import ApigenCommand
import Diagnostics
import Generator
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

    private static let responses = "responses: {'200': {description: d}}"

    @Test(arguments: [
        operations("  /a: {get: {operationId: ../../etc/passwd, tags: [../../evil], \(responses)}}"),
        operations("  /a: {get: {operationId: CON, \(responses)}}\n  /b: {get: {operationId: \"a\\0b\", \(responses)}}"),
        operations("  /a: {get: {\(responses), callbacks: {c: {'{$url}': {$ref: '#/paths/~1a'}}}}}"),
        schemas("    A: {oneOf: [{$ref: '#/components/schemas/A'}], discriminator: {propertyName: k}}"),
        schemas("    A: {type: array, prefixItems: [{$ref: '#/components/schemas/A'}]}\n    B: {not: {$ref: '#/components/schemas/B'}}"),
        schemas("    A: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}, default: {a: {a: {}}}}"),
        schemas("    A: {type: integer, maximum: \(String(repeating: "9", count: 5_000)), minimum: 1e-999999999}"),
        schemas("    A: {type: array, items: {}, maxItems: 99999999999999999999}"),
        schemas((0..<60).map { "    S\($0): {allOf: [{$ref: '#/components/schemas/S\($0 + 1)'}, {$ref: '#/components/schemas/S\($0 + 1)'}]}" }
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
        schemas("    ../A: {type: object}"), "[" + String(repeating: "[", count: 100_000), "a: " + String(repeating: "{a: ", count: 2_000),
        schemas("    A:\n      allOf:\n" + (1...200).map { "      - properties: {a: {type: string, maxLength: \($0)}}\n" }.joined()),
        "openapi: 3.1.1\nx: &a [*a]\n", "%YAML 9.9\n---\n- a\n", "\u{0}",
    ])
    func otherDocumentsGiveAPlaceAndNoFiles(_ text: String) {
        let (files, log) = Self.generated(text)
        #expect(log.rendered().contains(": error: "))
        #expect(files.isEmpty)
    }
}

import APIDiff
import Testing

/// Reports as people and programs read them.
@Suite struct ReportTests {
    private let old = """
        openapi: 3.1.0
        info: {title: Pets, version: 1.4.2}
        paths:
          /pets:
            get:
              responses:
                "200":
                  description: All pets
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Pet"}
          /dogs: {get: {responses: {"204": {description: None}}}}
        components:
          schemas:
            Pet: {type: object, properties: {name: {type: string, maxLength: 5}}}
        """
    private var new: String {
        old.replacing("maxLength: 5", with: "maxLength: 9").replacing("/dogs:", with: "/cats:")
    }

    @Test func textShowsPlacesAndAdvice() throws {
        let text = try report(from: old, to: new).limited(to: [.callers]).text()
        #expect(
            text == """
                Breaking (2)
                  GET /dogs
                    The operation was removed. [operation-removed]
                      affects callers
                      old.yaml:12:11
                      → Keep it, mark it as deprecated, and give an x-sunset date.
                  schema Pet
                    The maxLength of 'name' in the schema 'Pet' is now '9'; it was '5'. [max-length-loosened]
                      affects callers; used by GET /pets
                      old.yaml:15:59 → new.yaml:15:59
                      → Keep sending values within the old bound.

                2 breaking, 0 risky, 0 compatible

                """)
    }

    @Test func colorsAreForTerminalsOnly() throws {
        let report = try report(from: old, to: new)
        #expect(!report.text().contains("\u{1B}"))
        #expect(report.text(isColored: true).contains("\u{1B}[1;31mBreaking"))
    }

    @Test func sharedSchemaHasChangedOnce() throws {
        let twice = { (text: String) in
            let path = "  /more: {get: {responses: {\"200\": {$ref: \"#/paths/~1pets/get/responses/200\"}}}}\n"
            return text.replacing("components:\n", with: path + "components:\n")
        }
        let changes = try report(from: twice(old), to: twice(new)).changes.filter { $0.rule.id == "max-length-loosened" }
        #expect(changes.count == 1)
        #expect(changes.first?.users == ["GET /pets", "GET /more"])
    }

    @Test func changeBesideAReferenceHasThePlaceOfTheReference() throws {
        let text =
            old.replacing("name: {type: string, maxLength: 5}", with: "name: {$ref: \"#/components/schemas/Name\"}")
            + "\n    Name: {type: string}"
        let changed = text.replacing("Name\"}", with: "Name\", default: a}")
        let changes = try report(from: text, to: changed).changes
        #expect(changes.first?.sentence.plain == "The default of 'name' in the schema 'Pet' is now '\"a\"'.")
    }

    @Test func pointersLeadToTheKeyword() throws {
        let change = try #require(try report(from: old, to: new).changes.first { $0.rule.id == "max-length-loosened" })
        #expect(change.old?.pointer == "#/components/schemas/Pet/properties/name/maxLength")
        #expect(change.new?.pointer == change.old?.pointer)
    }

    @Test func markdownEscapesNames() throws {
        let text = old.replacing("/dogs:", with: "\"/<b>|`x`\":")
        let page = try report(from: text, to: new).markdown()
        #expect(page.contains("### GET /\\<b\\>\\|\\`x\\`\n"))
        #expect(!page.contains("<b>"))
    }

    @Test func annotationsCannotBeForged() throws {
        let text = old.replacing("name:", with: "\"a\\n::error::b\":")
        let lines = try report(from: text, to: new).github().split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("::error ") || $0.hasPrefix("::warning ") || $0.hasPrefix("::notice ") })
    }

    @Test(arguments: [
        ("1.4.2", "major 2.0.0"), ("0.4.2", "major 0.5.0"), ("2024-01-01", "major"), ("1.4", "major"), ("1.4.-2", "major"),
    ])
    func breakingChangesAskForAMajorVersion(_ version: String, _ expected: String) throws {
        let report = try report(from: old.replacing("1.4.2", with: version), to: new)
        #expect([report.step.rawValue, report.nextVersion].compactMap(\.self).joined(separator: " ") == expected)
    }

    @Test func addedOperationAsksForAMinorVersion() throws {
        let added = old.replacing("  /dogs:", with: "  /cats: {get: {responses: {\"204\": {description: None}}}}\n  /dogs:")
        let report = try report(from: old, to: added)
        #expect(report.step == .minor)
        #expect(report.nextVersion == "1.5.0")
        #expect(try APIDiffTests.report(from: old, to: old).step == VersionStep.none)
    }

    @Test func sunsetDateDecidesAboutRemoval() throws {
        let text = old.replacing("/dogs: {get: {", with: "/dogs: {get: {deprecated: true, x-sunset: 2026-06-01, ")
        func rules(today: String) throws -> [String] {
            try APIDiffTests.report(from: text, to: new, today: today).changes.map(\.rule.id)
        }
        #expect(try rules(today: "2026-05-31").contains("operation-removed-before-sunset"))
        #expect(try rules(today: "2026-06-01").contains("operation-removed-after-sunset"))
    }

    @Test func newCaseOfAClosedEnumBreaksSource() throws {
        let text = { (values: String) in old.replacing("{type: string, maxLength: 5}", with: "{enum: [\(values)]}") }
        let changes = try APIDiffTests.report(from: text("a"), to: text("a, b"), hasOpenEnums: false).changes
        #expect(changes.map(\.line).contains("breaking swift-closed-case-added (source)"))
    }
}

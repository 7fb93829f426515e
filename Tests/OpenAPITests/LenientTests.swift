import OpenAPI
import Testing

/// What is an error, and with `isLenient` a warning that says what was chosen.
struct LenientTests {
    @Test(arguments: [
        "A: {type: objekt}", "A: {$ref: '#/nowhere'}", "A: {type: object, required: true}", "A: {maxLength: '3'}",
        "A: {type: string, nullable: sometimes}", "A: {items: [{type: string}]}", "A: {allOf: []}", "A: {type: []}",
        "A: {minimum: 1, exclusiveMinimum: true}", "A: {multipleOf: 0}", "A: {discriminator: kind}", "A: 7",
        "A B: {type: string}", "A: {$ref: '#/components/schemas/A'}",
    ])
    func aMistakeInASchemaIsAnErrorOrAChoice(_ lines: String) {
        #expect(Reading.schemas(lines).errors.count == 1)
        let lenient = Reading.schemas(lines, lenient: true)
        #expect(lenient.errors == [])
        #expect(lenient.diagnostics.contains { $0.contains("; ") })
    }

    @Test(arguments: [
        "parameters: [{name: a, in: query}, {name: a, in: query}]", "parameters: [{name: a, in: body}]",
        "parameters: [{name: a, in: path, required: true, schema: {}}]", "parameters: [7]", "operationId: []",
        "responses: {99: {description: d}}", "responses: {200: d}", "deprecated: 'true'", "responses: []",
    ])
    func aMistakeInAnOperationIsAnErrorOrAChoice(_ lines: String) {
        #expect(Reading.operation(lines).errors.count == 1)
        #expect(Reading.operation(lines, lenient: true).errors == [])
    }

    @Test func anUndeclaredPathParameterBecomesAString() {
        let reading = Reading.operation("summary: s", path: "/{id}", lenient: true)
        #expect(reading.operation?.parameters.map(\.name) == ["id"])
        #expect(reading.diagnostics == ["5:5 warning: path parameter 'id' of '/{id}' is not declared; read as a string"])
        #expect(Reading.operation("summary: s", path: "/{id}").errors.count == 1)
    }

    @Test func theSecondOfTwoEqualOperationIDsIsNamedForItsPath() throws {
        let text = """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a: {get: {operationId: a}, put: {operationId: a}}
            """
        #expect(Reading(text).errors == ["4:50 error: operationId 'a' is already used"])
        let operations = try #require(Reading(text, lenient: true).document).operations
        #expect(operations.map { $0.id?.value } == ["a", nil])
    }

    @Test func pathsThatDifferInNamesOnlyAreOneWhereTheirMethodsMeet() {
        let text = """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /{a}: {get: {parameters: [{name: a, in: path, required: true, schema: {}}]}}
              /{b}: {METHOD: {parameters: [{name: b, in: path, required: true, schema: {}}]}}
            """
        #expect(Reading(text.replacing("METHOD", with: "put")).errors == [])
        #expect(Reading(text.replacing("METHOD", with: "get")).errors.count == 1)
        let lenient = Reading(text.replacing("METHOD", with: "get"), lenient: true)
        #expect(lenient.document?.operations.map(\.path) == ["/{a}"])
    }
}

import OpenAPI
import Testing
import YAMLTree

struct ParameterTests {
    @Test(arguments: [
        ("in: query", ParameterStyle.form, true), ("in: header", .simple, false), ("in: cookie", .form, true),
        ("in: query, style: deepObject", .deepObject, false), ("in: query, style: form, explode: false", .form, false),
        ("in: query, style: pipeDelimited", .pipeDelimited, false), ("in: path, required: true, style: matrix", .matrix, false),
    ])
    func defaultsOfStylesAreFilledIn(_ fields: String, _ style: ParameterStyle, _ explode: Bool) {
        let reading = Reading.operation(
            "parameters: [{name: id, schema: {type: string}, \(fields)}]", path: fields.contains("path") ? "/{id}" : "/a")
        #expect(reading.errors == [])
        #expect(reading.operation?.parameters.first?.style == style)
        #expect(reading.operation?.parameters.first?.explode == explode)
    }

    @Test func sharedParametersKnowTheirNameAndAreComplainedAboutOnce() throws {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a:
                get: {parameters: [{$ref: '#/components/parameters/Page'}]}
                put: {parameters: [{$ref: '#/components/parameters/Page', description: Other}]}
            components:
              parameters:
                Page: {name: page, in: query, description: Page, colour: red, schema: {type: integer}}
            """)
        #expect(reading.diagnostics == ["9:54 warning: unknown field 'colour' in the parameter object"])
        let parameters = try #require(reading.document).operations.compactMap(\.parameters.first)
        #expect(parameters.map(\.componentName) == ["Page", "Page"])
        #expect(parameters.map(\.description) == ["Page", "Other"])
    }

    @Test func sharedHeadersKnowTheirName() throws {
        let reading = Reading(
            """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a:
                get: {responses: {200: {description: d, headers: {X-A: {$ref: '#/components/headers/Limit'}, X-B: {schema: {}}}}}}
            components:
              headers:
                Limit: {schema: {type: integer}}
            """)
        let headers = try #require(reading.operation?.responses.first).headers
        #expect(reading.diagnostics == [])
        #expect(headers.map(\.name) == ["X-A", "X-B"])
        #expect(headers.map(\.componentName) == ["Limit", nil])
    }

    @Test func mediaTypesKeepExamplesAndEncodings() throws {
        let reading = Reading.operation(
            """
            requestBody:
              content:
                multipart/form-data:
                  schema: {type: object}
                  examples: {one: {summary: First, value: {a: 1}}}
                  encoding: {a: {contentType: image/png, headers: {X-A: {schema: {type: string}}}}}
            """)
        let mediaType = try #require(reading.operation?.requestBody?.content.first)
        #expect(reading.errors == [])
        #expect(mediaType.examples.first?.name == "one")
        #expect(mediaType.examples.first?.value?.jsonText() == #"{"a":1}"#)
        #expect(mediaType.encodings.first?.headers.map(\.name) == ["X-A"])
    }

    @Test func responsesAreKnownByStatusRangeAndDefault() {
        let reading = Reading.operation(
            "responses: {200: {description: a}, '4xx': {description: b}, default: {description: c}, x-d: 1}")
        #expect(reading.operation?.responses.map(\.status) == [.code(200), .range(4), .default])
        #expect(reading.errors == [])
    }
}

struct FragmentTests {
    /// RFC 9110, section 7.1: a fragment is not part of a request.
    @Test func aFragmentOfAPathIsLeftOut() {
        let parameters =
            "parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: kind, in: path, required: true, schema: {type: string}}]"
        let reading = Reading.operation(parameters, path: "/clear/{id}#{kind}")
        #expect(reading.errors == [])
        #expect(reading.operation?.path == "/clear/{id}")
        #expect(reading.operation?.parameters.map(\.name) == ["id"])
        #expect(reading.diagnostics.contains { $0.contains("contains a fragment") })
    }

    /// OpenAPI 3.1.1, section 4.8.12.2.2: `allowReserved` is for queries; since 3.2 it is for paths, too.
    @Test(arguments: [("3.1.1", false), ("3.2.0", true)]) func reservedCharactersOfAPath(version: String, isAllowed: Bool) throws {
        let reading = Reading(
            """
            openapi: \(version)
            info: {title: T, version: '1'}
            paths:
              /{id}:
                get: {parameters: [{name: id, in: path, required: true, allowReserved: true, schema: {type: string}}]}
            """)
        #expect(reading.document?.operations.first?.parameters.first?.allowsReserved == isAllowed)
        #expect(reading.diagnostics.contains { $0.contains("'allowReserved'") } != isAllowed)
    }
}

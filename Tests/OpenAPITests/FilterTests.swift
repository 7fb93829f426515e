import Diagnostics
import OpenAPI
import Testing
import YAMLTree

private let shop = """
    openapi: 3.1.1
    info: {title: Shop, version: '1'}
    paths:
      /pets: {get: {operationId: pets, tags: [pets], responses: {200: {$ref: '#/components/responses/Pets'}}}}
      /pets/{id}/toys: {get: {operationId: toys, tags: [pets, toys], parameters: 7}}
      /admin: {get: {operationId: admin, tags: [admin], responses: {200: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Admin'}}}}}}}
    components:
      responses:
        Pets: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      schemas:
        Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}
        Owner: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}
        Admin: {type: object}
        Alone: {type: object}
    """

private func filtered(
    including: [String] = [], excluding: [String] = []
) -> (operations: [String], schemas: [String], said: [String]) {
    var log = DiagnosticLog()
    let id = log.add(SourceFile(path: "api.yaml", bytes: Array(shop.utf8)))
    var options = ReadingOptions()
    options.filter.included = including.compactMap { DocumentFilter.Rule($0) }
    options.filter.excluded = excluding.compactMap { DocumentFilter.Rule($0) }
    guard let tree = parseYAML(id, log: &log) else { return ([], [], []) }
    let document = readOpenAPI(tree, options: options, log: &log)
    return (document.operations.compactMap { $0.id?.value }, document.componentSchemas.map(\.name), log.diagnostics.map(\.text))
}

@Suite struct FilterTests {
    @Test(
        arguments: [
            (["operation:pets"], [], ["pets"], ["Pet", "Owner"]),
            (["path:/pets"], [], ["pets"], ["Pet", "Owner"]),
            (["path:/*"], [], ["pets", "admin"], ["Pet", "Owner", "Admin"]),
            (["schema:Own*"], [], [], ["Pet", "Owner"]),
            (["tag:admin", "schema:Alone"], [], ["admin"], ["Admin", "Alone"]),
            ([], ["path:/pets/**"], ["pets", "admin"], ["Pet", "Owner", "Admin"]),
            (["tag:pets"], ["tag:toys"], ["pets"], ["Pet", "Owner"]),
        ] as [([String], [String], [String], [String])])
    func filtersKeepWhatIsNeeded(_ including: [String], _ excluding: [String], _ operations: [String], _ schemas: [String]) {
        let result = filtered(including: including, excluding: excluding)
        #expect(result.operations == operations)
        #expect(result.schemas == schemas)
        #expect(result.said == [])
    }

    @Test func anExcludedSchemaStaysWhereItIsNeeded() {
        let result = filtered(including: ["operation:pets"], excluding: ["schema:Owner", "schema:Alone"])
        #expect(result.schemas == ["Pet", "Owner"])
        #expect(result.said == ["schema 'Owner' is excluded but kept because other schemas use it"])
    }

    @Test func aRuleThatMeetsNothingIsAnError() {
        #expect(
            filtered(including: ["tag:pets", "operation:pet"], excluding: ["tag:toys"]).said
                == ["the filter 'operation:pet' selects nothing in the document; did you mean 'pets'?"])
        #expect(DocumentFilter.Rule("pets") == nil)
        #expect(DocumentFilter.Rule("pet:pets") == nil)
    }
}

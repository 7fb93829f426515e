import Diagnostics

/// Adds the functions for pages to the operations that have some.
///
/// - Parameter names: The names of the functions of the client.
func addingPages(
    to endpoints: [Endpoint], in declarations: [TypeDeclaration], _ schemas: SchemaGraph, names: inout NameScope,
    log: inout DiagnosticLog
) -> [Endpoint] {
    let finder = PageFinder(declarations: declarations, schemas: schemas)
    return endpoints.map { endpoint in
        let described = endpoint.operation.pages ?? finder.marked(in: endpoint)
        guard let description = described ?? finder.recognized(in: endpoint) else { return endpoint }
        var endpoint = endpoint
        do throws(PagesProblem) {
            let preferred = Identifier(memberFrom: endpoint.name.name + " pages")
            endpoint.pages = try finder.pages(of: endpoint, as: description, named: names.claim(preferred))
            endpoint.pages?.isRecognized = described == nil
        } catch {
            log.report(.noPages(endpoint, error, at: description.position ?? endpoint.operation.position))
        }
        return endpoint
    }
}

extension Diagnostic {
    fileprivate static func noPages(_ endpoint: Endpoint, _ problem: PagesProblem, at position: Position) -> Diagnostic {
        Diagnostic(.warning, "no pages are generated for '\(endpoint.name.name)': \(problem.text)", at: position)
    }
}

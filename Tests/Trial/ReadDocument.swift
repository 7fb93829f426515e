package import APIModel
import ApigenCommand
package import Diagnostics
package import Foundation
package import OpenAPI
import Resolution
import YAMLTree

/// Reads a document and the files that it refers to.
///
/// - Parameter types: what is chosen about its types.
/// - Returns: the document as it was read, and what the generator makes of it; `nil` where the document has errors.
package func readDocument(_ url: URL, types: TypeOptions = TypeOptions()) throws -> (OpenAPIDocument, API)? {
    var log = DiagnosticLog()
    guard let document = try readDocument(url, log: &log) else { return nil }
    let api = makeAPI(from: resolve(document, log: &log), namespace: namespace(for: url.path), typeOptions: types, log: &log)
    return log.hasErrors ? nil : (document, api)
}

/// Reads a document and the files that it refers to, with all errors in the log; `nil` where it is not YAML.
package func readDocument(_ url: URL, log: inout DiagnosticLog) throws -> OpenAPIDocument? {
    let source = log.add(SourceFile(path: url.path, bytes: Array(try Data(contentsOf: url))))
    guard let tree = parseYAML(source, log: &log) else { return nil }
    let loader = DocumentLoader { path in
        let file = url.deletingLastPathComponent().appending(path: path).standardizedFileURL
        return (try? Data(contentsOf: file)).map { .success(Array($0)) } ?? .failure(.missing)
    }
    return readOpenAPI(tree, loader: loader, log: &log)
}

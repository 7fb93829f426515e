package import APIModel
import ApigenCommand
import Diagnostics
package import Foundation
package import OpenAPI
import Resolution
import YAMLTree

/// Reads a document and the files that it refers to.
///
/// - Returns: the document as it was read, and what the generator makes of it; `nil` where the document has errors.
package func readDocument(_ url: URL) throws -> (OpenAPIDocument, API)? {
    var log = DiagnosticLog()
    let source = log.add(SourceFile(path: url.path, bytes: Array(try Data(contentsOf: url))))
    guard let tree = parseYAML(source, log: &log) else { return nil }
    let loader = DocumentLoader { path in
        let file = url.deletingLastPathComponent().appending(path: path).standardizedFileURL
        return (try? Data(contentsOf: file)).map { .success(Array($0)) } ?? .failure(.missing)
    }
    let document = readOpenAPI(tree, loader: loader, log: &log)
    let api = makeAPI(from: resolve(document, log: &log), namespace: namespace(for: url.path), log: &log)
    return log.hasErrors ? nil : (document, api)
}

import APIModel
import Diagnostics
import Generator
import Printing

/// Reports options with which a package would not compile.
func checkPackage(of api: API, options: PrintingOptions, log: inout DiagnosticLog) {
    guard options.outputs.contains(.package) else { return }
    let position = Position(file: api.about.position.file, line: 1, column: 1)
    if options.swift.access != .public { log.report(.packageIsNotPublic(at: position)) }
    if options.swift.modelsModule != nil { log.report(.packageHasNoModels(at: position)) }
    if namesOfTests.contains(api.namespace.name) { log.report(.moduleIsTaken(api.namespace, at: position)) }
}

/// The modules that a package imports, and the names that its tests use of them.
private let namesOfTests: Set<String> = [
    "APIRuntimeAsyncHTTPClient", "APIRuntimeTesting", "APIRuntimeURLSession", "Foundation", "HTTPTypes", "InProcessTransport",
    "PackageDescription", "RecordingTransport", "SourceLocation", "Test", "Testing", "Wire", "XCTest",
]

extension Diagnostic {
    fileprivate static func packageIsNotPublic(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the library of a package needs the access level public", at: position)
    }

    fileprivate static func packageHasNoModels(at position: Position) -> Diagnostic {
        Diagnostic(.error, "a package contains its models and operations; remove 'modelsModule'", at: position)
    }

    fileprivate static func moduleIsTaken(_ namespace: Identifier, at position: Position) -> Diagnostic {
        Diagnostic(
            .error, "a package cannot be called '\(namespace.name)', which its tests use for something else; set a 'namespace'",
            at: position)
    }
}

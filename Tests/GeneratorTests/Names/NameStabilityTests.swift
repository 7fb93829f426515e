import APIModel
import Diagnostics
import Foundation
@testable import OpenAPI
import Resolution
import Testing
import YAMLTree

/// Whether what is added to a document leaves the names alone that were there before.
struct NameStabilityTests {
    private static let corpus = URL(filePath: package).appending(path: "../shared/corpus").standardizedFileURL

    private static let entries: [String] = {
        guard let manifest = try? String(contentsOf: corpus.appending(path: "MANIFEST.tsv"), encoding: .utf8) else { return [] }
        let rows = manifest.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        guard let header = rows.first, let tier = header.firstIndex(of: "tier"), let entry = header.firstIndex(of: "entry") else {
            return []
        }
        return rows.dropFirst().filter { $0.count == header.count && $0[tier] == "A" }.map { String($0[entry]) }
    }()

    @Test(.enabled(if: !entries.isEmpty, "there is no ../shared/corpus"), arguments: entries)
    func addingSomethingUnrelatedChangesNoName(entry: String) throws {
        guard let document = try read(entry) else { return }
        let before = names(in: document, schemasOfTheDocument: document.schemas.count)
        let after = names(in: document.withUnrelatedParts(), schemasOfTheDocument: document.schemas.count)
        #expect(before.filter { after[$0.key] != $0.value }.isEmpty)
    }

    /// The document; nil where it is not one that can be read.
    private func read(_ entry: String) throws -> OpenAPIDocument? {
        let url = Self.corpus.appending(path: entry)
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url))))
        guard let tree = parseYAML(source, log: &log), !log.hasErrors else { return nil }
        let loader = DocumentLoader { path in
            let file = url.deletingLastPathComponent().appending(path: path).standardizedFileURL
            return (try? Data(contentsOf: file)).map { .success(Array($0)) } ?? .failure(.missing)
        }
        let document = readOpenAPI(tree, loader: loader, log: &log)
        return log.hasErrors ? nil : document
    }

    /// Every Swift name by what it is the name of.
    ///
    /// - Parameter count: how many schemas the document had at first; those that merging makes come behind what was added.
    private func names(in document: OpenAPIDocument, schemasOfTheDocument count: Int) -> [String: String] {
        var log = DiagnosticLog()
        let api = makeAPI(from: resolve(document, log: &log), namespace: Identifier(typeFrom: "API"), log: &log)
        var names: [String: String] = [:]
        for type in api.types {
            let index = type.schema.index
            let isAdded = index >= count && index < document.schemas.count
            let place = isAdded ? "added \(index)" : "schema \(index < count ? index : index - (document.schemas.count - count))"
            names[place] = type.name.name
            for (index, member) in type.shape.memberNames.enumerated() { names["\(place), member \(index)"] = member.name }
        }
        for endpoint in api.endpoints {
            let place = "\(endpoint.operation.method) \(endpoint.operation.path)"
            names[place] = "\(endpoint.name.name) \(endpoint.errorName?.name ?? "") \(endpoint.outcomes.map(\.name.name))"
            for (index, parameter) in endpoint.parameters.enumerated() { names["\(place) \(index)"] = parameter.name.name }
        }
        return names
    }
}

extension TypeShape {
    fileprivate var memberNames: [Identifier] {
        switch self {
        case .structure(let structure): structure.properties.map(\.name)
        case .enumeration(let enumeration): enumeration.cases.map(\.name)
        case .union(let union): union.alternatives.map(\.name)
        case .tuple(let tuple): tuple.elements.map(\.name)
        case .alias, .wrapper: []
        }
    }
}

extension OpenAPIDocument {
    /// The document with a schema in front of the others and one behind them, and operations likewise.
    fileprivate func withUnrelatedParts() -> OpenAPIDocument {
        var document = self
        let first = document.addUnrelatedSchema(named: "UnrelatedZebra")
        let last = document.addUnrelatedSchema(named: "UnrelatedYak")
        document.componentSchemas.insert(
            ComponentSchema(name: "UnrelatedZebra", position: position, schema: first), at: 0)
        document.componentSchemas.append(ComponentSchema(name: "UnrelatedYak", position: position, schema: last))
        for (index, name) in ["unrelatedGallop", "unrelatedGraze"].enumerated() {
            let operation = Operation(
                id: Located(name, at: position), method: HTTPMethod(rawValue: "GET"), path: "/unrelated/\(name)", position: position
            )
            document.operations.insert(operation, at: index == 0 ? 0 : document.operations.count)
        }
        return document
    }

    private mutating func addUnrelatedSchema(named name: String) -> OpenAPI.SchemaID {
        var member = Schema(at: position)
        member.componentName = name
        member.types = .object
        member.properties = [
            SchemaProperty(name: "stripes", position: position, schema: OpenAPI.SchemaID(index: schemas.count + 1))
        ]
        var stripes = Schema(at: position)
        stripes.types = .string
        schemas += [member, stripes]
        return OpenAPI.SchemaID(index: schemas.count - 2)
    }
}

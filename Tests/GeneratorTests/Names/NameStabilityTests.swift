import APIModel
import Diagnostics
import Foundation
@testable import OpenAPI
import Resolution
import Testing
import Trial

/// Whether what is added to a document leaves the names alone that were there before.
struct NameStabilityTests {
    private static let documents = CorpusDocument.all(ofTier: "A")

    @Test(.enabled(if: !documents.isEmpty, "there is no ../shared/corpus"), arguments: documents.map(\.url))
    func addingSomethingUnrelatedChangesNoName(url: URL) throws {
        var log = DiagnosticLog()
        guard let document = try readDocument(url, log: &log), !log.hasErrors else { return }
        let before = names(in: document, schemasOfTheDocument: document.schemas.count)
        let after = names(in: document.withUnrelatedParts(), schemasOfTheDocument: document.schemas.count)
        #expect(before.filter { after[$0.key] != $0.value }.isEmpty)
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
        let member = Schema(at: position)
        member.componentName = name
        member.types = .object
        member.properties = [
            SchemaProperty(name: "stripes", position: position, schema: OpenAPI.SchemaID(index: schemas.count + 1))
        ]
        let stripes = Schema(at: position)
        stripes.types = .string
        schemas += [member, stripes]
        return OpenAPI.SchemaID(index: schemas.count - 2)
    }
}

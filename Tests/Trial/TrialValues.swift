import Foundation
package import OpenAPI
import YAMLTree

/// The author's schemas of a document and values to try its types with.
package struct TrialValues {
    /// The component schemas as the author wrote them, as JSON Schema, by direction.
    package private(set) var schemas: [Direction: String] = [:]
    /// A line for each value: the kind, the direction, the schema's name, the alternative's name and the JSON, separated by tabs.
    package private(set) var lines: [String] = []

    /// - Parameter count: how many values of each kind are made for a schema and a direction.
    package init(_ document: OpenAPIDocument, seed: UInt64, count: Int) {
        let travels = Travels(document)
        for direction in [Direction.requests, .responses] {
            var text = OracleText(document, for: direction)
            schemas[direction] = text.text()
        }
        for (index, component) in document.componentSchemas.enumerated() {
            for direction in travels.directions(of: component.schema) {
                if schemas[direction] == nil {
                    var text = OracleText(document, for: direction)
                    schemas[direction] = text.text()
                }
                var generator = InstanceGenerator(document, direction: direction, seed: seed &+ UInt64(index) &* 7_919)
                let start = direction.rawValue + "\t" + component.name + "\t"
                for round in 0..<count {
                    if let value = generator.fitting(component.schema) { lines.append("fits\t\(start)\t\(value.json)") }
                    if let value = generator.unfitting(component.schema) { lines.append("spoiled\t\(start)\t\(value.json)") }
                    if round < 3, let value = generator.minimal(component.schema), case .object = value {
                        lines.append("minimal\t\(start)\t\(value.json)")
                    }
                }
                lines += alternatives(of: component.schema, start, document, &generator)
                if let line = defaults(of: component.schema, start, document, &generator) { lines.append(line) }
            }
        }
    }

    /// Values of the JSON bodies of operations, with the operation's label in place of the schema's name.
    package static func bodies(_ document: OpenAPIDocument, seed: UInt64, count: Int) -> [String] {
        var lines: [String] = []
        for (index, operation) in document.operations.enumerated() {
            for (direction, schema) in [(Direction.requests, operation.jsonRequest), (.responses, operation.jsonResponse?.schema)] {
                guard let schema else { continue }
                var generator = InstanceGenerator(document, direction: direction, seed: seed &+ UInt64(index) &* 7_919)
                let start = direction.rawValue + "\t" + operation.label + "\t"
                for _ in 0..<count {
                    if let value = generator.fitting(schema) { lines.append("fits\t\(start)\t\(value.json)") }
                    if let value = generator.unfitting(schema) { lines.append("spoiled\t\(start)\t\(value.json)") }
                }
            }
        }
        return lines
    }

    /// Values of the alternatives that have a name, for a union to hold and for a union to tell apart.
    private func alternatives(of id: SchemaID, _ start: String, _ document: OpenAPIDocument, _ generator: inout InstanceGenerator)
        -> [String]
    {
        let union = document.schemas.resolved(id)
        var lines: [String] = []
        for alternative in document[union].oneOf + document[union].anyOf {
            guard let name = document[document.schemas.resolved(alternative)].componentName else { continue }
            let hasDiscriminator = document[union].discriminator != nil
            let isTold =
                document[union].discriminator.map { generator.discriminatorValues(of: alternative, by: $0) != nil } ?? false
            for _ in 0..<3 {
                // A discriminator makes every value of an alternative one of the union; without one it may be another's too.
                if hasDiscriminator, let value = generator.fitting(alternative) {
                    lines.append("alternative\t\(start)\(name)\t\(value.json)")
                }
                guard let value = generator.fitting(union, choosing: alternative) else { continue }
                lines.append("\(isTold ? "told" : "chosen")\t\(start)\(name)\t\(value.json)")
            }
        }
        return lines
    }

    /// The least value and, in an array behind it, the same with the defaults of its absent members.
    private func defaults(of id: SchemaID, _ start: String, _ document: OpenAPIDocument, _ generator: inout InstanceGenerator)
        -> String?
    {
        guard case .object(let least) = generator.minimal(id), let requirements = generator.requirements(of: [id]) else {
            return nil
        }
        let absent = requirements.propertyNames.filter { name in !least.contains { $0.name == name } }
        let defaults = absent.compactMap { name -> (name: String, value: Instance)? in
            let value = generator.parts(of: requirements.schemas(of: name)).compactMap(\.defaultValue).first
            return value.map { (name, .text($0.jsonText())) }
        }
        guard !defaults.isEmpty else { return nil }
        return "defaults\t\(start)\t" + Instance.array([.object(least), .object(least + defaults)]).json
    }
}

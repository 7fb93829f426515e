import Foundation
package import OpenAPI

/// The author's schemas of a document and values to try its types with.
package struct TrialValues {
    /// The component schemas as the author wrote them, as JSON Schema, by direction.
    package private(set) var schemas: [Direction: String] = [:]
    /// A line for each value: the kind, the direction, the schema's name, the alternative's name and the JSON, separated by tabs.
    package private(set) var lines: [String] = []

    /// - Parameter count: how many values of each kind are made for a schema and a direction.
    package init(_ document: OpenAPIDocument, seed: UInt64, count: Int) {
        let travels = Travels(document)
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
                    if round < 3, let value = generator.minimal(component.schema) { lines.append("minimal\t\(start)\t\(value.json)") }
                }
                lines += alternatives(of: component.schema, start, document, &generator)
            }
        }
    }

    private func alternatives(of id: SchemaID, _ start: String, _ document: OpenAPIDocument, _ generator: inout InstanceGenerator) -> [String] {
        let schema = document[document.resolved(id)]
        return (schema.oneOf + schema.anyOf).flatMap { alternative -> [String] in
            guard let name = document[document.resolved(alternative)].componentName else { return [] }
            return (0..<3).compactMap { _ in generator.fitting(alternative).map { "alternative\t\(start)\(name)\t\($0.json)" } }
        }
    }
}

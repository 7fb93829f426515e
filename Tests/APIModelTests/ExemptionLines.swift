import APIModel
import Diagnostics

/// For each component the schemas in it that exempt required members of one direction, as validation does.
struct ExemptionLines {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    var lines: [String] {
        api.schemas.components.flatMap { component in
            let name = api.schemas[component].componentName ?? "?"
            return exemptions(in: api.enforced.use(of: component)).map { "\(name): \($0)" }
        }
    }

    /// The exemptions of a schema and of its parts, each named by its line or its component.
    private func exemptions(in whole: SchemaUse) -> [String] {
        var lines: [String] = []
        var seen: Set<SchemaUse> = []
        var open = [whole]
        while let use = open.popLast() {
            guard seen.insert(use).inserted else { continue }
            let schema = api.schemas[use.schema]
            for keyword in schema.assertions.map(\.keyword) {
                open += keyword.partsInPlace.reversed().map { api.enforced.part($0, of: use) }
                let names = keyword.requiredNames
                let place = schema.componentName ?? "line \(schema.position.line)"
                let readOnly = names.filter(use.readOnly.contains)
                let writeOnly = names.filter(use.writeOnly.contains)
                if !readOnly.isEmpty { lines.append("\(place), requests may lack \(readOnly.joined(separator: ", "))") }
                if !writeOnly.isEmpty { lines.append("\(place), responses may lack \(writeOnly.joined(separator: ", "))") }
            }
        }
        return lines
    }
}

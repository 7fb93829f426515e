import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Registers the names of components and checks them.
    mutating func noteComponents(_ components: YAMLNode?) {
        guard let components else { return }
        var fields = fields(of: components, in: "the components object")
        for section in ReferenceKind.sections {
            for entry in entries(of: fields.take(section), section) where !entry.name.hasPrefix("x-") {
                if !isComponentName(entry.name) { report(.badComponentName(entry), choosing: "it is kept") }
                if section != "schemas" { componentNames[entry.value] = entry.name }
            }
        }
        warn(about: fields)
    }

    /// Reads the components without references, so that their errors are reported.
    mutating func readComponents(_ components: YAMLNode?) {
        guard let components else { return }
        let wasUnused = diagnostics.isUnused
        for section in ReferenceKind.sections {
            // These affect code only if an operation refers to them, in which case they have been read.
            diagnostics.isUnused = wasUnused || ["pathItems", "callbacks", "links", "examples"].contains(section)
            readComponents(section, components[section])
            schemas.readPending()
        }
        diagnostics.isUnused = wasUnused
    }

    private mutating func readComponents(_ section: String, _ node: YAMLNode?) {
        guard let node, node.isMapping else { return }
        for entry in node.entries where !entry.name.hasPrefix("x-") {
            switch section {
            case "parameters": if let target = references.resolved(entry.value, as: .parameter) { _ = parameter(target) }
            case "requestBodies": if let target = references.resolved(entry.value, as: .requestBody) { _ = requestBody(target) }
            case "responses": if let target = references.resolved(entry.value, as: .response) { _ = response(target) }
            case "headers": if let target = references.resolved(entry.value, as: .header) { _ = header(target) }
            case "mediaTypes": _ = references.resolved(entry.value, as: .mediaType)
            case "pathItems": _ = readPathItem(entry, isPath: false)
            case "callbacks":
                if let target = references.resolved(entry.value, as: .callback) { _ = readCallback(target, named: entry) }
            case "examples": _ = references.resolved(entry.value, as: .example)
            case "links": _ = references.resolved(entry.value, as: .link)
            default: continue
            }
        }
    }

    /// Returns whether a name matches `^[a-zA-Z0-9\.\-_]+$`; section 4.8.7.
    private func isComponentName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
    }
}

extension Diagnostic {
    fileprivate static func badComponentName(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error, "component name '\(entry.name)' must contain only letters, digits, '.', '-' and '_'",
            at: entry.key.position)
    }
}

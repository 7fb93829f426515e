extension TemplateSet {
    /// Markdown that lists the values of each template, and of each section that has values of its own.
    package var reference: String {
        let constants = Constants.names.isEmpty ? "" : "Every template:\n\n" + listing(of: Constants.names) + "\n"
        let names = Set(uses.map(\.template)).sorted()
        return constants
            + names.map { name in
                let models = uses.filter { $0.template == name }.map(\.model)
                let isFile = models.contains { $0 is any FileTemplate.Type }
                let values = listing(of: sharedNames(of: models))
                return "### \(name)\n\n" + (isFile ? "" : "Included by other templates.\n\n")
                    + (values.isEmpty ? "It has no values.\n" : values)
            }.joined(separator: "\n")
    }

    /// The names that hide others: two of one model, or one of a model and a constant.
    package var hiddenNames: [String] {
        var models: [(path: String, names: [FieldName])] = uses.map { ($0.template, $0.model.names) }
        var seen: Set<ObjectIdentifier> = []
        var hidden: [String] = []
        while let (path, names) = models.popLast() {
            var taken = Set(Constants.names.map(\.name))
            for field in names {
                if !taken.insert(field.name).inserted { hidden.append(path + "." + field.name) }
                guard let item = field.kind.item, seen.insert(ObjectIdentifier(item)).inserted else { continue }
                models.append((path + "." + field.name, item.names))
            }
        }
        return hidden
    }
}

/// The names that all of the models have.
private func sharedNames(of models: [any TemplateModel.Type]) -> [FieldName] {
    guard let first = models.first else { return [] }
    let others = models.dropFirst().map { Set($0.names.map(\.name)) }
    return first.names.filter { field in others.allSatisfy { $0.contains(field.name) } }
}

/// The values that are printed or tested, on one line, then each section with its own.
private func listing(of names: [FieldName]) -> String {
    let values = names.filter { $0.kind.item == nil }.map(\.listed).joined(separator: ", ")
    return (values.isEmpty ? "" : "- \(values)\n") + sections(of: names, indent: "", within: [])
}

private func sections(of names: [FieldName], indent: String, within models: [ObjectIdentifier]) -> String {
    names.map { field in
        guard let item = field.kind.item else { return "" }
        let values = item.names.filter { $0.kind.item == nil }.map(\.listed).joined(separator: ", ")
        let line = "\(indent)- \(field.listed)" + (values.isEmpty ? "" : ": " + values) + "\n"
        guard !models.contains(ObjectIdentifier(item)) else { return line }
        return line + sections(of: item.names, indent: indent + "  ", within: models + [ObjectIdentifier(item)])
    }.joined()
}

extension FieldName {
    /// The name, and how the value is used where it is not printed as it is.
    fileprivate var listed: String { "`\(name)`\(kind.note)" }
}

extension FieldKind {
    fileprivate var note: String {
        switch self {
        case .text: ""
        case .flag: " (condition)"
        case .arguments: " (arguments)"
        case .list: " (list)"
        case .part: " (section)"
        }
    }
}

/// Makes the value of an element, by its shape.
struct XMLReader {
    /// - Throws: an error for what does not match the shape, with the element's name.
    static func value(of node: XMLNode, as shape: XMLShape) throws(XMLError) -> TextTree {
        if node.isNil { return .undefined }
        switch shape.content {
        case .text, .token: return shape.scalar(try text(of: node))
        case .any: return try anything(in: node)
        case .list(let item): return .list(try items(of: node, item))
        case .object(let members, let others): return .members(try self.members(of: node, members, others))
        }
    }

    private static func text(of node: XMLNode) throws(XMLError) -> String {
        guard let child = node.children.first else { return node.text }
        throw XMLError("'\(node.name.local)' holds '\(child.name.local)' where text is expected")
    }

    private static func items(of node: XMLNode, _ item: XMLItem) throws(XMLError) -> [TextTree] {
        try refuseText(in: node)
        let shape = item.shape()
        var items: [TextTree] = []
        for child in node.children {
            guard item.name.matches(child.name) else {
                throw XMLError("'\(node.name.local)' holds '\(child.name.local)' where '\(item.name.local)' is expected")
            }
            items.append(try value(of: child, as: shape))
        }
        return items
    }

    private static func refuseText(in node: XMLNode) throws(XMLError) {
        let text = node.text.trimmingXMLSpace
        guard !text.isEmpty else { return }
        throw XMLError("'\(node.name.local)' holds '\(text.prefix(20))' where elements are expected")
    }

    private static func members(
        of node: XMLNode, _ described: [XMLMember], _ others: @Sendable () -> XMLShape
    ) throws(XMLError) -> [TextMember] {
        var members: [TextMember] = []
        var isTaken = [Bool](repeating: false, count: node.children.count)
        var takenAttributes: [XMLName] = []
        if !described.contains(where: \.isText) { try refuseText(in: node) }
        for member in described {
            switch member.place {
            case .attribute(let name, let shape):
                guard let attribute = node.attributes.first(where: { name.matches($0.name) }) else { continue }
                takenAttributes.append(attribute.name)
                members.append(TextMember(name: member.property, value: shape.scalar(attribute.value)))
            case .text(let shape, _, let isRequired):
                // Beside elements, white space is only how they are laid out.
                let isLayout = !node.children.isEmpty && node.text.trimmingXMLSpace.isEmpty
                guard isRequired || !node.text.isEmpty && !isLayout else { continue }
                members.append(TextMember(name: member.property, value: shape.scalar(node.text)))
            case .element(let name, let shape):
                let found = node.children.indices.filter { !isTaken[$0] && name.matches(node.children[$0].name) }
                guard let index = found.first else { continue }
                if found.count > 1, case .any = shape().content {
                    for index in found { isTaken[index] = true }
                    members += try grouped(found.map { node.children[$0] }, as: .any).map {
                        TextMember(name: member.property, value: $0.value)
                    }
                    continue
                }
                guard found.count == 1 else {
                    throw XMLError("'\(name.local)' stands \(found.count) times in '\(node.name.local)'")
                }
                isTaken[index] = true
                members.append(TextMember(name: member.property, value: try value(of: node.children[index], as: shape())))
            case .items(let item, let isRequired):
                let found = node.children.indices.filter { !isTaken[$0] && item.name.matches(node.children[$0].name) }
                guard isRequired || !found.isEmpty else { continue }
                let shape = item.shape()
                var items: [TextTree] = []
                for index in found {
                    isTaken[index] = true
                    items.append(try value(of: node.children[index], as: shape))
                }
                members.append(TextMember(name: member.property, value: .list(items)))
            }
        }
        // A value in another place than the schema defines must not be read as the member.
        let properties = Set(described.map(\.property))
        for attribute in node.attributes where attribute.name.namespace == nil && !takenAttributes.contains(attribute.name) {
            guard !properties.contains(attribute.name.local) else { continue }
            members.append(TextMember(name: attribute.name.local, value: .text(attribute.value)))
        }
        let rest = zip(node.children, isTaken).filter { !$0.1 && !properties.contains($0.0.name.local) }.map(\.0)
        return members + (rest.isEmpty ? [] : try grouped(rest, as: others()))
    }

    /// Elements of one name are a list, as they are where a schema does not name them.
    private static func grouped(_ nodes: [XMLNode], as shape: XMLShape) throws(XMLError) -> [TextMember] {
        var names: [String] = []
        var values: [String: [TextTree]] = [:]
        for node in nodes {
            let name = node.name.local
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(try value(of: node, as: shape))
        }
        return names.map { name in
            let all = values[name] ?? []
            return TextMember(name: name, value: all.count == 1 ? all[0] : .list(all))
        }
    }

    private static func anything(in node: XMLNode) throws(XMLError) -> TextTree {
        let attributes = node.attributes.filter { $0.name.namespace == nil }
        if node.children.isEmpty, attributes.isEmpty { return .text(node.text) }
        return .members(
            attributes.map { TextMember(name: $0.name.local, value: .text($0.value)) } + (try grouped(node.children, as: .any)))
    }
}

extension XMLMember {
    fileprivate var isText: Bool {
        if case .text = place { true } else { false }
    }
}

extension XMLShape {
    fileprivate func scalar(_ text: String) -> TextTree {
        if case .token = content { .text(text.trimmingXMLSpace) } else { .text(text) }
    }
}

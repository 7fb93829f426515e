import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readInfo(_ node: YAMLNode?) -> Info {
        guard let node else {
            report(.missingInfo(root))
            return Info()
        }
        var fields = fields(of: node, in: "the info object")
        var info = Info()
        let title = fields.take("title")
        let version = fields.take("version")
        if node.isMapping, title == nil { report(.missing("title", node)) }
        if node.isMapping, version == nil { report(.missing("version", node)) }
        info.title = text(title, "title") ?? ""
        info.version = text(version, "version") ?? ""
        info.summary = prose(fields.take("summary"), "summary")
        info.description = prose(fields.take("description"), "description")
        info.termsOfService = prose(fields.take("termsOfService"), "termsOfService")
        info.contact = fields.take("contact").flatMap { readContact($0) }
        info.license = fields.take("license").flatMap { readLicense($0) }
        warn(about: fields)
        return info
    }

    private mutating func readContact(_ node: YAMLNode) -> Contact? {
        guard var fields = documentationFields(of: node, named: "contact", in: "the contact object") else { return nil }
        let contact = Contact(
            name: prose(fields.take("name"), "name"), url: prose(fields.take("url"), "url"),
            email: prose(fields.take("email"), "email"))
        warn(about: fields)
        return contact
    }

    private mutating func readLicense(_ node: YAMLNode) -> License? {
        guard var fields = documentationFields(of: node, named: "license", in: "the license object") else { return nil }
        let license = License(
            name: prose(fields.take("name"), "name") ?? "", identifier: prose(fields.take("identifier"), "identifier"),
            url: prose(fields.take("url"), "url"))
        warn(about: fields)
        return license
    }

    mutating func readTags(_ node: YAMLNode?) {
        var seen: [String: Position] = [:]
        for tag in readList(node, named: "tags", { $0.readTag($1) }) {
            if let first = seen[tag.name] {
                report(.duplicateTag(tag, first: first))
            } else {
                seen[tag.name] = tag.position
                document.tags.append(tag)
            }
        }
    }

    private mutating func readTag(_ node: YAMLNode) -> Tag? {
        guard var fields = documentationFields(of: node, named: "tag", in: "the tag object") else { return nil }
        guard let name = text(fields.take("name"), "name") else {
            report(.missing("name", node))
            return nil
        }
        var tag = Tag(name: name, position: node.position)
        tag.summary = prose(fields.take("summary") ?? fields.take("x-displayName"), "summary")
        tag.description = prose(fields.take("description"), "description")
        tag.parent = prose(fields.take("parent"), "parent")
        tag.kind = prose(fields.take("kind"), "kind")
        tag.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        warn(about: fields)
        return tag
    }
}

extension NodeReading {
    /// Returns the fields of an object that is used in documentation only.
    func documentationFields(of node: YAMLNode, named name: String, in owner: String) -> Fields? {
        if node.isMapping { return Fields(of: node, in: owner) }
        if !node.isNull { report(.noDocumentation(name, node)) }
        return nil
    }

    func readExternalDocs(_ node: YAMLNode) -> ExternalDocumentation? {
        let owner = "the external documentation object"
        guard var fields = documentationFields(of: node, named: "externalDocs", in: owner) else { return nil }
        let url = prose(fields.take("url"), "url")
        let description = prose(fields.take("description"), "description")
        warn(about: fields)
        return url.map { ExternalDocumentation(url: $0, description: description) }
    }
}

extension Diagnostic {
    fileprivate static func missingInfo(_ root: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the document has no 'info' field", at: root.position)
    }

    fileprivate static func missing(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the required field '\(name)' is missing", at: node.position)
    }

    fileprivate static func noDocumentation(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' must be a mapping, found \(node.kindPhrase); it is ignored", at: node.position)
    }

    fileprivate static func duplicateTag(_ tag: Tag, first: Position) -> Diagnostic {
        Diagnostic(
            .warning, "tag '\(tag.name)' is already described; the first description is used", at: tag.position,
            notes: [.init("first described here", at: first)])
    }
}

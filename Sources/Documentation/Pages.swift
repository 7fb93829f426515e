import APIModel
import Diagnostics
import Printing

/// A page of a document's docs.
struct Page: Hashable {
    /// The folder below the docs' own; empty for the docs' own.
    let folder: String
    /// The file's name without its ending.
    let name: String

    var path: String { (folder.isEmpty ? "" : folder + "/") + name + ".md" }

    static let index = Page(folder: "", name: "index")
    static let authentication = Page(folder: "Guide", name: "Authentication")
    static let errors = Page(folder: "Guide", name: "Errors")
    static let schemas = Page(folder: "Guide", name: "Schemas")
}

/// The pages of a document's docs, each with a file name of its own that every file system takes.
struct Pages {
    /// In which Markdown links are written.
    let dialect: MarkdownDialect
    /// Whether the pages of operations have a form that sends their requests.
    let hasTryIt: Bool
    /// An operation's page in the house layout, by the operation's place in the document; nil for internal ones.
    let operations: [Page?]
    /// The page of an operation's details, where they have a page of their own.
    let references: [Page?]
    let webhooks: [Page]
    let schemas: [SchemaID: Page]
    /// Whether the schemas are listed on a page of their own, as they would make the first page long.
    let hasSchemaList: Bool
    /// The Swift types of schemas, without their namespace, by the schemas' names.
    let swiftTypes: [String: String]
    /// The positions of the examples of error responses that the pages of more than ten operations show.
    let commonExamples: Set<Position>
    /// Pages by their path in lower case.
    private let byPath: [String: Page]
    private let operationsByID: [String: Page]

    init(_ api: API, dialect: MarkdownDialect = .plain, hasTryIt: Bool = false) {
        self.dialect = dialect
        self.hasTryIt = hasTryIt
        var names = FileNames()
        let isShown = api.endpoints.map { !$0.operation.isInternal }
        let operationNames = zip(api.endpoints, isShown).map { $1 ? names.claim($0.typeName.name) : nil }
        operations = operationNames.map { $0.map { Page(folder: "", name: $0) } }
        // On a site the operation's page shows everything.
        references = operationNames.map { dialect == .site ? nil : $0.map { Page(folder: "Reference", name: $0) } }
        var hooks = FileNames()
        webhooks = api.documentedWebhooks.map { Page(folder: "Webhooks", name: hooks.claim($0.shownPath + "-" + $0.method)) }
        var schemaNames = FileNames()
        var schemas: [SchemaID: Page] = [:]
        for component in api.schemas.components where !api.schemas[component].annotations.isInternal {
            schemas[component] = Page(folder: "Schemas", name: schemaNames.claim(api.schemas[component].componentName ?? ""))
        }
        self.schemas = schemas
        hasSchemaList = dialect != .docC && schemas.count > 200
        swiftTypes = Dictionary(
            api.types.compactMap { type in type.componentName.map { ($0, type.name.name) } },
            uniquingKeysWith: { one, _ in one })
        let all = operations.compactMap(\.self) + references.compactMap(\.self) + webhooks + Array(schemas.values)
        let guide: [Page] = [.index, .authentication, .errors] + (hasSchemaList ? [.schemas] : [])
        byPath = Dictionary((all + guide).map { ($0.path.lowercased(), $0) }, uniquingKeysWith: { one, _ in one })
        var uses: [Position: Int] = [:]
        for example in api.endpoints.flatMap(\.failures).flatMap(\.examplesOfFailure) {
            if let value = example.value { uses[value.position, default: 0] += 1 }
        }
        commonExamples = Set(uses.filter { $0.value > 10 }.keys)
        operationsByID = Dictionary(
            zip(api.endpoints, operations).compactMap { endpoint, page in
                page.flatMap { page in endpoint.operation.operationID.map { ($0, page) } }
            }, uniquingKeysWith: { one, _ in one })
    }

    func page(ofOperation id: String) -> Page? {
        operationsByID[id]
    }

    /// The page that a link in a description points to; other tools' links to operations and tags are understood.
    func page(linkedAs target: String) -> Page? {
        for prefix in ["#operation/", "#/operations/"] where target.hasPrefix(prefix) {
            return operationsByID[String(target.dropFirst(prefix.count))]
        }
        if target.hasPrefix("#section/Authentication") { return .authentication }
        if target.hasPrefix("#tag/") { return .index }
        let path = target.prefix { $0 != "#" && $0 != "?" }.lowercased()
        return byPath[path.hasPrefix("./") ? String(path.dropFirst(2)) : path]
    }

    /// The overview of a DocC catalog is the page of a symbol, whose name is unknown here.
    func isLinkable(_ page: Page) -> Bool {
        dialect != .docC || page != .index
    }

    /// How a page in a folder writes the address of another.
    func address(of page: Page, from folder: String) -> String {
        guard dialect != .docC else { return "doc:" + page.catalogName }
        let name = URLText.component(page.name) + ".md"
        if page.folder == folder { return name }
        return (folder.isEmpty ? "" : "../") + (page.folder.isEmpty ? "" : page.folder + "/") + name
    }
}

/// Which Markdown pages are written in.
enum MarkdownDialect {
    /// GitHub's, with a page in the house layout and one of details for each operation.
    case plain
    /// That of MkDocs Material: one page for each operation, with tabs and with links to properties.
    case site
    /// That of the Swift compiler's documentation, which has neither HTML nor front matter.
    case docC
}

extension Page {
    /// The name in a DocC catalog, which has all pages in one folder; its reference pages include what operations' pages show.
    var catalogName: String {
        (folder.isEmpty ? "Reference" : folder) + "-" + name
    }
}

/// Hands out file names that differ by more than their case.
private struct FileNames {
    private var taken: Set<String> = ["index", "readme", "con", "prn", "aux", "nul"]

    mutating func claim(_ preferred: String) -> String {
        let base = safe(preferred)
        var name = base
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            name = "\(base)-\(number)"
        }
        return name
    }

    /// Letters, digits and a few signs of a name, at most as long as file systems take with an ending behind it.
    private func safe(_ preferred: String) -> String {
        var name = ""
        for character in preferred where name.utf8.count + character.utf8.count <= 100 {
            let isKept = character.isLetter || character.isNumber || "_-.".contains(character) && !name.isEmpty
            if isKept { name.append(character) } else if !name.isEmpty, name.last != "-" { name.append("-") }
        }
        while name.last == "-" || name.last == "." { name.removeLast() }
        return name.isEmpty ? "Unnamed" : name
    }
}

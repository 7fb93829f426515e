import APIModel
import Diagnostics
import Generator
import Printing
import Templating

extension Statistics {
    /// Counts the code that an API becomes, as it is printed with these options.
    init(of api: API, options: PrintingOptions, templates: Templates, log: DiagnosticLog) {
        let counter = CodeCounter(api: api, options: options, templates: templates)
        var parts = Parts(of: api, log: log)
        for declaration in api.types { parts.add(counter.size(of: declaration), to: parts.place(of: declaration.position)) }
        for tag in parts.tags.keys { parts.tags[tag]?.add(counter.size(ofTag: tag)) }
        tags = parts.tags.values.sorted(by: Row.costsMore)
        schemas = parts.schemas.values.sorted(by: Row.costsMore)
        total = (tags + schemas).reduce(CodeSize()) { $0 + $1.size }
    }
}

extension Statistics.Row {
    fileprivate mutating func add(_ other: CodeSize) {
        size = size + other
    }

    fileprivate static func costsMore(_ left: Self, than right: Self) -> Bool {
        (right.size.cost.release, left.name) < (left.size.cost.release, right.name)
    }
}

/// The parts of a document that have rows of their own, found by JSON Pointers.
private struct Parts {
    var tags: [String: Statistics.Row] = [:]
    var schemas: [String: Statistics.Row] = [:]
    /// The tag of the operation at a pointer.
    private var tagsByPlace: [String: String] = [:]
    private let log: DiagnosticLog
    private let document: SourceFile.ID

    init(of api: API, log: DiagnosticLog) {
        self.log = log
        document = api.about.position.file
        for declaration in api.types {
            guard let name = declaration.componentName else { continue }
            schemas[place(of: declaration.position)] = Statistics.Row(name: name, position: declaration.position)
        }
        for endpoint in api.interfaces.flatMap(\.endpoints) {
            let tag = endpoint.operation.tag
            tags[tag] = Statistics.Row(name: tag, position: nil)
            tagsByPlace[place(of: endpoint.operation.position)] = tag
        }
    }

    func place(of position: Position) -> String {
        ApigenCommand.place(of: position, in: log, document: document)
    }

    /// Adds the code of a type to the innermost part that its place lies in.
    mutating func add(_ size: CodeSize, to place: String) {
        var rest = place[...]
        while !rest.isEmpty {
            let part = String(rest)
            if schemas[part] != nil {
                schemas[part]?.add(size)
                return
            }
            if let tag = tagsByPlace[part] {
                tags[tag]?.add(size)
                return
            }
            rest = rest[..<(rest.lastIndex(of: "/") ?? rest.startIndex)]
        }
        // A type of a shared response, parameter or request body.
        let shared = place.split(separator: "/").prefix(4).joined(separator: "/")
        schemas[shared, default: Statistics.Row(name: shared, position: nil)].add(size)
    }
}

/// Prints parts of an API by themselves.
private struct CodeCounter {
    let api: API
    let options: PrintingOptions
    let templates: Templates
    private let emptyModels: CodeSize
    private let emptyOperations: CodeSize

    init(api: API, options: PrintingOptions, templates: Templates) {
        self.api = api
        self.options = options
        self.templates = templates
        emptyModels = CodeSize(of: planTypes([], of: api, options.swift).file(from: templates.swift).bytes)
        emptyOperations = CodeCounter.operations(of: api.keepingOperations { _ in false }, options, templates)
    }

    func size(of declaration: TypeDeclaration) -> CodeSize {
        let file = planTypes([declaration], of: api, options.swift).file(from: templates.swift)
        var size = CodeSize(of: file.bytes, beyond: emptyModels)
        size.types = 1
        size.cost = CompileCost(of: declaration.shape)
        return size
    }

    func size(ofTag tag: String) -> CodeSize {
        let tagged = api.keepingOperations { $0.operation.tag == tag }
        var size = CodeCounter.operations(of: tagged, options, templates)
        size.lines -= emptyOperations.lines
        size.bytes -= emptyOperations.bytes
        size.cost = tagged.interfaces.flatMap(\.endpoints).reduce(CompileCost()) { $0 + CompileCost(of: $1) }
        return size
    }

    private static func operations(of api: API, _ options: PrintingOptions, _ templates: Templates) -> CodeSize {
        let layout = options.layout(for: api.namespace.name)
        var size = planOperations(api, layout, options.swift).reduce(CodeSize()) {
            $0 + CodeSize(of: $1.file(from: templates.swift).bytes)
        }
        size.types = countOperationTypes(of: api)
        return size
    }
}

extension ResolvedOperation {
    /// The tag that the operation is counted for.
    fileprivate var tag: String { tags.first ?? "(no tag)" }
}

import APIModel
import Diagnostics
import Generator
import Printing
import Templating

extension Statistics {
    /// Counts the code that is generated for an API with these options.
    init(of api: API, options: PrintingOptions, templates: Templates, log: DiagnosticLog) {
        let counter = CodeCounter(api: api, options: options, templates: templates)
        var parts = Parts(of: api, log: log)
        for declaration in api.types { parts.add(counter.size(of: declaration), to: parts.pointer(of: declaration.position)) }
        for tag in parts.tags.keys { parts.tags[tag]?.add(counter.size(ofTag: tag)) }
        tags = parts.tags.values.sorted(by: Row.costsMore)
        schemas = parts.schemas.values.sorted(by: Row.costsMore)
        // Operations of two tags can share code, which counts for both.
        total = api.types.reduce(counter.operations) { $0 + counter.size(of: $1) }
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
    private var tagsByPointer: [String: String] = [:]
    private let log: DiagnosticLog
    private let document: SourceFile.ID

    init(of api: API, log: DiagnosticLog) {
        self.log = log
        document = api.about.position.file
        for declaration in api.types {
            guard let name = declaration.componentName else { continue }
            schemas[pointer(of: declaration.position)] = Statistics.Row(name: name)
        }
        for endpoint in api.interfaces.flatMap(\.endpoints) {
            let tag = endpoint.operation.tag
            tags[tag] = Statistics.Row(name: tag)
            tagsByPointer[pointer(of: endpoint.operation.position)] = tag
        }
    }

    func pointer(of position: Position) -> String {
        ApigenCommand.place(of: position, in: log, document: document)
    }

    /// Adds the code of a type to the innermost part that contains its schema.
    mutating func add(_ size: CodeSize, to pointer: String) {
        var rest = pointer[...]
        while !rest.isEmpty {
            let part = String(rest)
            if schemas[part] != nil {
                schemas[part]?.add(size)
                return
            }
            if let tag = tagsByPointer[part] {
                tags[tag]?.add(size)
                return
            }
            rest = rest[..<(rest.lastIndex(of: "/") ?? rest.startIndex)]
        }
        // A type of a shared response, parameter or request body.
        let shared = pointer.split(separator: "/").prefix(4).joined(separator: "/")
        schemas[shared, default: Statistics.Row(name: shared)].add(size)
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

    /// The code of all operations.
    var operations: CodeSize { CodeCounter.operations(of: api, options, templates) }

    func size(ofTag tag: String) -> CodeSize {
        var size = CodeCounter.operations(of: api.keepingOperations { $0.operation.tag == tag }, options, templates)
        size.lines -= emptyOperations.lines
        size.bytes -= emptyOperations.bytes
        return size
    }

    private static func operations(of api: API, _ options: PrintingOptions, _ templates: Templates) -> CodeSize {
        let layout = options.layout(for: api.namespace.name)
        var size = planOperations(api, layout, options.swift).reduce(CodeSize()) {
            $0 + CodeSize(of: $1.file(from: templates.swift).bytes)
        }
        size.types = countOperationTypes(of: api)
        size.cost = api.interfaces.flatMap(\.endpoints).reduce(CompileCost()) { $0 + CompileCost(of: $1) }
        return size
    }
}

extension ResolvedOperation {
    /// The tag that the operation is counted for.
    fileprivate var tag: String { tags.first ?? "(no tag)" }
}

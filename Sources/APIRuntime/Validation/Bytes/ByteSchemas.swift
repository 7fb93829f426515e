/// All schemas of a set, as the bytes of documents are checked against them.
final class ByteSchemas: @unchecked Sendable {
    // Nothing changes once the initializer has returned.
    private let nodes: UnsafeMutableBufferPointer<ByteSchema>
    private var tables: [UnsafeMutableRawPointer] = []
    private var keys: [JSONKeys] = []
    private var patterns: [String: PatternTable?] = [:]
    private var patternWork = 2_000_000
    private var formats: [SchemaFormat] = []

    init(_ schemas: [SchemaNode]) {
        nodes = .allocate(capacity: schemas.count)
        nodes.initialize(repeating: ByteSchema())
        for (index, schema) in schemas.enumerated() {
            nodes[index] = compiled(schema)
            (nodes[index].target, nodes[index].references) = target(of: index, among: schemas)
        }
    }

    deinit {
        nodes.deallocate()
        for table in tables { table.deallocate() }
        for keys in keys { keys.deallocate() }
    }

    /// Whether a schema surely allows a document, which then is JSON too. If not, only ``SchemaEvaluation`` knows.
    func surelyAllows(_ document: [UInt8], _ root: Int) -> Bool {
        do throws(JSONError) {
            return try JSONReader.withReader(of: document) { (json) throws(JSONError) -> Bool in
                var validator = ByteValidator(UnsafeBufferPointer(nodes), documentLength: document.count)
                return try validator.accepts(Int32(truncatingIfNeeded: root), &json)
            }
        } catch {
            return false
        }
    }
}

extension ByteSchemas {
    /// The schema that references lead to, and how many there are. A circle of them is left to the evaluation.
    private func target(of number: Int, among schemas: [SchemaNode]) -> (Int32, Int) {
        var (number, count) = (number, 0)
        while count < 20, case .keywords(let keywords) = schemas[number].rule, keywords.count == 1,
            case .reference(let next) = keywords[0]
        {
            number = next
            count += 1
        }
        return (Int32(truncatingIfNeeded: number), count)
    }

    private func compiled(_ node: SchemaNode) -> ByteSchema {
        var schema = ByteSchema()
        switch node.rule {
        case .always: return schema
        case .never: schema.isNever = true
        case .keywords(let keywords):
            for keyword in keywords { add(keyword, to: &schema) }
            addMembers(keywords, to: &schema)
        }
        schema.asksItself =
            schema.types != .all || schema.constants != nil || !schema.text.areEmpty || !schema.number.areEmpty
            || !schema.array.areEmpty || !schema.object.areEmpty
        return schema
    }

    private func add(_ keyword: SchemaKeyword, to schema: inout ByteSchema) {
        switch keyword {
        case .type(let types): schema.types = types.contains(.number) ? types.union(.integer) : types
        case .constant(let value): setConstants([value], of: &schema)
        case .enumeration(_, let values): setConstants(values, of: &schema)
        case .multipleOf(let factor):
            if let factor = ByteNumber(factor)?.normalized { schema.number.factor = factor } else { schema.isUndecided = true }
        case .maximum(let bound): addBound(.init(.maximum, bound), to: &schema)
        case .exclusiveMaximum(let bound): addBound(.init(.exclusiveMaximum, bound), to: &schema)
        case .minimum(let bound): addBound(.init(.minimum, bound), to: &schema)
        case .exclusiveMinimum(let bound): addBound(.init(.exclusiveMinimum, bound), to: &schema)
        case .maxLength(let length): schema.text.maxLength = length
        case .minLength(let length): schema.text.minLength = length
        case .pattern(let pattern, _):
            schema.text.pattern = table(of: pattern)
            if schema.text.pattern == nil { schema.isUndecided = true }
        case .format(let format, _):
            formats.append(format)
            if format.isForNumbers {
                schema.number.format = .passUnretained(format)
            } else {
                schema.text.format = .passUnretained(format)
            }
        case .maxItems(let count): schema.array.maxItems = count
        case .minItems(let count): schema.array.minItems = count
        case .uniqueItems: schema.array.areUnique = true
        case .items(let prefix, let rest):
            schema.array.prefix = list(prefix)
            schema.array.rest = rest.map { Int32(truncatingIfNeeded: $0) }
        default: addStructure(keyword, to: &schema)
        }
    }

    private func addStructure(_ keyword: SchemaKeyword, to schema: inout ByteSchema) {
        switch keyword {
        case .maxProperties(let count): schema.object.maxProperties = count
        case .minProperties(let count): schema.object.minProperties = count
        case .required, .members: return
        case .propertyNames(let node): schema.object.names = Int32(truncatingIfNeeded: node)
        case .reference(let node): schema.all = table(schema.all + [Int32(truncatingIfNeeded: node)])
        case .allOf(let nodes): schema.all = table(schema.all + nodes.map { Int32(truncatingIfNeeded: $0) })
        case .anyOf(let nodes): schema.any = list(nodes)
        case .oneOf(let nodes): schema.one = list(nodes)
        case .not(let node): schema.not = Int32(truncatingIfNeeded: node)
        case .condition(let condition, let then, let otherwise):
            schema.condition = (
                Int32(truncatingIfNeeded: condition), then.map { Int32(truncatingIfNeeded: $0) },
                otherwise.map { Int32(truncatingIfNeeded: $0) }
            )
        default: schema.isUndecided = true
        }
    }

    /// Adds `required`, `properties`, `patternProperties` and `additionalProperties`.
    private func addMembers(_ keywords: [SchemaKeyword], to schema: inout ByteSchema) {
        var required: [String] = []
        var members = MemberSchemas()
        for keyword in keywords {
            if case .required(let names) = keyword { required += names }
            if case .members(let schemas) = keyword { members = schemas }
        }
        // Schemas are numbered in the order of the document, in which the members of values mostly come too.
        var names = members.named.sorted { $0.value < $1.value }.map { (name: $0.key, schema: Int32(truncatingIfNeeded: $0.value)) }
        for name in Set(required).subtracting(members.named.keys).sorted() { names.append((name, -1)) }
        let needed = Set(required)
        // Only the first 64 names are counted while an object is read.
        if names.count > 64 { names = names.filter { needed.contains($0.name) } + names.filter { !needed.contains($0.name) } }
        if needed.count > 64 { schema.isUndecided = true }
        if !names.isEmpty {
            let keys = JSONKeys(names.map { (Array($0.name.utf8), needed.contains($0.name)) })
            self.keys.append(keys)
            schema.object.keys = keys
            schema.object.members = table(names.map(\.schema))
        }
        schema.object.additional = members.additional.map { Int32(truncatingIfNeeded: $0) }
        var patterns: [MemberPattern] = []
        for (pattern, node) in members.patterns {
            guard let table = table(of: pattern) else { return schema.isUndecided = true }
            patterns.append(MemberPattern(pattern: table, schema: Int32(truncatingIfNeeded: node)))
        }
        schema.object.patterns = table(patterns)
    }

    private func addBound(_ bound: NumberBound?, to schema: inout ByteSchema) {
        guard let bound else { return schema.isUndecided = true }
        schema.number.bounds = table(Array(schema.number.bounds) + [bound])
    }
}

extension ByteSchemas {
    private func setConstants(_ values: [JSONValue], of schema: inout ByteSchema) {
        // A value that equals one of the constants of each keyword is left to the evaluation.
        guard schema.constants == nil else { return schema.isUndecided = true }
        var constants: [ByteConstant] = []
        for value in values {
            switch value {
            case .null: constants.append(.literal(.null))
            case .bool(let value): constants.append(.literal(value ? .yes : .no))
            case .string(let text): constants.append(.text(table(Array(text.utf8))))
            case .number(let number):
                guard let number = ByteNumber(number) else { return schema.isUndecided = true }
                constants.append(.number(number))
            case .array, .object: schema.hasContainerConstants = true
            }
        }
        schema.constants = table(constants)
    }

    /// The table of an expression, which is made once for all schemas that have it; `nil` if it has none.
    private func table(of pattern: Pattern) -> Unmanaged<PatternTable>? {
        let known = patterns[pattern.text]
        let table = known ?? pattern.table(work: &patternWork)
        if known == nil { patterns[pattern.text] = .some(table) }
        return table.map { .passUnretained($0) }
    }

    private func list(_ nodes: [Int]) -> UnsafeBufferPointer<Int32> {
        table(nodes.map { Int32(truncatingIfNeeded: $0) })
    }

    /// Copies elements that own nothing.
    private func table<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        guard !elements.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        memory.initialize(from: elements, count: elements.count)
        tables.append(UnsafeMutableRawPointer(memory))
        return UnsafeBufferPointer(start: memory, count: elements.count)
    }
}

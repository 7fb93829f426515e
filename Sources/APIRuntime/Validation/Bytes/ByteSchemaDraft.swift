/// A schema in the making for ``ByteSchemas``.
struct ByteSchemaDraft {
    private let memory: ByteSchemaMemory
    private var schema = ByteSchema()
    private var text = TextRules()
    private var number = NumberRules()
    private var array = ArrayRules()
    private var object = ObjectRules()
    private var inPlace = SchemasInPlace()

    init(_ memory: ByteSchemaMemory) {
        self.memory = memory
    }

    mutating func compile(_ node: SchemaNode) -> ByteSchema {
        switch node.rule {
        case .always: return schema
        case .never: schema.isNever = true
        case .keywords(let keywords):
            for keyword in keywords { add(keyword) }
            addMembers(keywords)
        }
        schema.text = memory.pointer(to: text, ifNot: text.areEmpty)
        schema.number = memory.pointer(to: number, ifNot: number.areEmpty)
        schema.array = memory.pointer(to: array, ifNot: array.areEmpty)
        schema.object = memory.pointer(to: object, ifNot: object.areEmpty)
        schema.inPlace = memory.pointer(to: inPlace, ifNot: inPlace.areEmpty)
        schema.asksItself =
            schema.types != .all || schema.constants != nil || schema.text != nil || schema.number != nil || schema.array != nil
            || schema.object != nil
        return schema
    }

    private mutating func add(_ keyword: SchemaKeyword) {
        switch keyword {
        case .type(let types): schema.types = types.contains(.number) ? types.union(.integer) : types
        case .constant(let value): setConstants([value])
        case .enumeration(_, let values): setConstants(values)
        case .multipleOf(let factor):
            if let factor = ByteNumber(factor)?.normalized { number.factor = factor } else { schema.isUndecided = true }
        case .maximum(let bound): addBound(.init(.maximum, bound))
        case .exclusiveMaximum(let bound): addBound(.init(.exclusiveMaximum, bound))
        case .minimum(let bound): addBound(.init(.minimum, bound))
        case .exclusiveMinimum(let bound): addBound(.init(.exclusiveMinimum, bound))
        case .maxLength(let length): text.maxLength = length
        case .minLength(let length): text.minLength = length
        case .pattern(let pattern, _):
            text.pattern = memory.table(of: pattern)
            if text.pattern == nil { schema.isUndecided = true }
        case .format(let format, _):
            if format.isForNumbers {
                number.format = memory.reference(to: format)
            } else {
                text.format = memory.reference(to: format)
            }
        case .maxItems(let count): array.maxItems = count
        case .minItems(let count): array.minItems = count
        case .uniqueItems: array.areUnique = true
        case .items(let prefix, let rest):
            array.prefix = memory.list(prefix)
            array.rest = rest.map { Int32(truncatingIfNeeded: $0) }
        default: addStructure(keyword)
        }
    }

    private mutating func addStructure(_ keyword: SchemaKeyword) {
        switch keyword {
        case .maxProperties(let count): object.maxProperties = count
        case .minProperties(let count): object.minProperties = count
        case .required, .members: return
        case .propertyNames(let node): object.names = Int32(truncatingIfNeeded: node)
        case .reference(let node): inPlace.all = memory.table(inPlace.all + [Int32(truncatingIfNeeded: node)])
        case .allOf(let nodes): inPlace.all = memory.table(inPlace.all + nodes.map { Int32(truncatingIfNeeded: $0) })
        case .anyOf(let nodes): inPlace.any = memory.list(nodes)
        case .oneOf(let nodes): inPlace.one = memory.list(nodes)
        case .not(let node): inPlace.not = Int32(truncatingIfNeeded: node)
        case .condition(let condition, let then, let otherwise):
            inPlace.condition = (
                Int32(truncatingIfNeeded: condition), then.map { Int32(truncatingIfNeeded: $0) },
                otherwise.map { Int32(truncatingIfNeeded: $0) }
            )
        default: schema.isUndecided = true
        }
    }

    /// Adds `required`, `properties`, `patternProperties` and `additionalProperties`.
    private mutating func addMembers(_ keywords: [SchemaKeyword]) {
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
            object.keys = memory.keys(names.map { (Array($0.name.utf8), needed.contains($0.name)) })
            object.members = memory.table(names.map(\.schema))
        }
        object.additional = members.additional.map { Int32(truncatingIfNeeded: $0) }
        var patterns: [MemberPattern] = []
        for (pattern, node) in members.patterns {
            guard let table = memory.table(of: pattern) else { return schema.isUndecided = true }
            patterns.append(MemberPattern(pattern: table, schema: Int32(truncatingIfNeeded: node)))
        }
        object.patterns = memory.table(patterns)
    }

    private mutating func addBound(_ bound: NumberBound?) {
        guard let bound else { return schema.isUndecided = true }
        number.bounds = memory.table(Array(number.bounds) + [bound])
    }

    private mutating func setConstants(_ values: [JSONValue]) {
        // A value that equals one of the constants of each keyword is left to the evaluation.
        guard schema.constants == nil else { return schema.isUndecided = true }
        var constants: [ByteConstant] = []
        for value in values {
            switch value {
            case .null: constants.append(.literal(.null))
            case .bool(let value): constants.append(.literal(value ? .yes : .no))
            case .string(let text): constants.append(.text(memory.table(Array(text.utf8))))
            case .number(let number):
                guard let number = ByteNumber(number) else { return schema.isUndecided = true }
                constants.append(.number(number))
            case .array, .object: schema.hasContainerConstants = true
            }
        }
        schema.constants = memory.table(constants)
    }
}

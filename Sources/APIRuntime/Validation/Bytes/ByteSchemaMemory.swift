/// Owns what the schemas of a ``ByteSchemas`` point to.
final class ByteSchemaMemory {
    private var tables: [UnsafeMutableRawPointer] = []
    private var keys: [JSONKeys] = []
    private var patterns: [String: PatternTable?] = [:]
    private var patternWork = 2_000_000
    private var formats: [SchemaFormat] = []

    deinit {
        for table in tables { table.deallocate() }
        for keys in keys { keys.deallocate() }
    }

    func keys(_ names: [(bytes: [UInt8], isRequired: Bool)]) -> JSONKeys {
        keys.append(JSONKeys(names))
        return keys[keys.count - 1]
    }

    func reference(to format: SchemaFormat) -> Unmanaged<SchemaFormat> {
        formats.append(format)
        return .passUnretained(format)
    }

    /// The table of an expression, which is made once for all schemas that have it; `nil` if it has none.
    func table(of pattern: Pattern) -> Unmanaged<PatternTable>? {
        let known = patterns[pattern.text]
        let table = known ?? pattern.table(work: &patternWork)
        if known == nil { patterns[pattern.text] = .some(table) }
        return table.map { .passUnretained($0) }
    }

    func list(_ nodes: [Int]) -> UnsafeBufferPointer<Int32> {
        table(nodes.map { Int32(truncatingIfNeeded: $0) })
    }

    /// Copies elements that own nothing.
    func table<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
        guard !elements.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
        let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
        memory.initialize(from: elements, count: elements.count)
        tables.append(UnsafeMutableRawPointer(memory))
        return UnsafeBufferPointer(start: memory, count: elements.count)
    }

    /// Copies rules, if there are any.
    func pointer<Rules: BitwiseCopyable>(to rules: Rules, ifNot areEmpty: Bool) -> UnsafePointer<Rules>? {
        areEmpty ? nil : table([rules]).baseAddress
    }
}

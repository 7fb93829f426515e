/// All schemas of a set, as the bytes of documents are checked against them.
final class ByteSchemas: @unchecked Sendable {
    // Nothing changes once the initializer has returned.
    private let nodes: UnsafeMutableBufferPointer<ByteSchema>
    private let memory = ByteSchemaMemory()

    init(_ schemas: [SchemaNode]) {
        nodes = .allocate(capacity: schemas.count)
        nodes.initialize(repeating: ByteSchema())
        for (index, schema) in schemas.enumerated() {
            var draft = ByteSchemaDraft(memory)
            nodes[index] = draft.compile(schema)
            (nodes[index].target, nodes[index].references) = Self.target(of: index, among: schemas)
        }
    }

    deinit {
        nodes.deallocate()
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

    /// The schema that references lead to, and how many there are. A circle of them is left to the evaluation.
    private static func target(of number: Int, among schemas: [SchemaNode]) -> (Int32, Int32) {
        var (number, count) = (number, Int32(0))
        while count < 20, case .keywords(let keywords) = schemas[number].rule, keywords.count == 1,
            case .reference(let next) = keywords[0]
        {
            number = next
            count += 1
        }
        return (Int32(truncatingIfNeeded: number), count)
    }
}

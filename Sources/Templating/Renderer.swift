/// Walks a template's instructions and appends to one buffer.
struct Renderer {
    let templates: [String: Template]
    private(set) var output: [UInt8] = []
    /// Contexts from the outermost to the one that is being printed.
    private var stack: [Level] = []
    /// What stands before every line that is not empty.
    private var indent: [UInt8] = []
    private var isAtLineStart = true

    init(templates: [String: Template]) {
        self.templates = templates
    }

    private struct Level {
        let context: Context
        let index: Int
        let isLast: Bool
    }

    mutating func render(_ name: String, _ context: Context) {
        stack.append(Level(context: context, index: 0, isLast: true))
        if let template = templates[name] { run(template, template.instructions.indices) }
        stack.removeLast()
    }

    private mutating func run(_ template: Template, _ range: Range<Int>) {
        var place = range.lowerBound
        while place < range.upperBound {
            switch template.instructions[place] {
            case .text(let range): append(template.bytes[range])
            case .newline: endLine()
            case .variable(let name): append(text: lookUp(name))
            case .index: append(text: .text(String(stack.last?.index ?? 0)))
            case .section(let name, let end):
                runSection(name, template, (place + 1)..<(end - 1))
                place = end - 1
            case .inverted(let name, let end):
                if isEmpty(lookUp(name)) { run(template, (place + 1)..<(end - 1)) }
                place = end - 1
            case .first(let isInverted, let end):
                if (stack.last?.index == 0) != isInverted { run(template, (place + 1)..<(end - 1)) }
                place = end - 1
            case .last(let isInverted, let end):
                if (stack.last?.isLast == true) != isInverted { run(template, (place + 1)..<(end - 1)) }
                place = end - 1
            case .partial(let name, let indent, _): runPartial(name, indent: indent)
            case .end: break
            }
            place += 1
        }
    }

    private mutating func runSection(_ name: Int, _ template: Template, _ range: Range<Int>) {
        switch lookUp(name) {
        case .flag(true): run(template, range)
        case .text(let text): if !text.isEmpty { run(template, range) }
        case .list(let elements):
            for (index, element) in elements.enumerated() {
                stack.append(Level(context: element, index: index, isLast: index == elements.count - 1))
                run(template, range)
                stack.removeLast()
            }
        case .flag(false), nil: break
        }
    }

    private mutating func runPartial(_ name: String, indent added: [UInt8]) {
        // Templates that include each other in a ring end here instead of overflowing the stack.
        guard let template = templates[name], stack.count < 200, indent.count < 400 else { return }
        indent += added
        run(template, template.instructions.indices)
        indent.removeLast(added.count)
    }

    private func lookUp(_ name: Int) -> Context.Value? {
        for level in stack.reversed() {
            if let value = level.context.value(name) { return value }
        }
        return nil
    }

    private func isEmpty(_ value: Context.Value?) -> Bool {
        switch value {
        case .flag(let flag): !flag
        case .text(let text): text.isEmpty
        case .list(let list): list.isEmpty
        case nil: true
        }
    }

    private mutating func append(text value: Context.Value?) {
        guard case .text(var text) = value, !text.isEmpty else { return }
        startLine()
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        startLine()
        output.append(contentsOf: bytes)
    }

    private mutating func startLine() {
        if isAtLineStart { output.append(contentsOf: indent) }
        isAtLineStart = false
    }

    private mutating func endLine() {
        output.append(UInt8(ascii: "\n"))
        isAtLineStart = true
    }
}

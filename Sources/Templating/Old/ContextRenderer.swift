import Diagnostics

/// Walks a template's instructions and appends to one buffer.
struct ContextRenderer {
    private let templates: [String: ContextTemplate]
    private(set) var output: [UInt8] = []
    /// What went wrong; nothing is printed after that.
    private(set) var problem: RenderingProblem?
    /// Contexts from the outermost to the one that is being printed.
    private var levels: [Level] = []
    /// What stands before every line that is not empty.
    private var indent: [UInt8] = []
    private var isAtLineStart = true
    private var depth = 0

    /// How deeply sections and partials may stand in each other: templates that include themselves end here.
    private static let deepest = 200

    init(templates: [String: ContextTemplate]) {
        self.templates = templates
    }

    private struct Level {
        let context: Context
        let index: Int
        let isLast: Bool
    }

    mutating func render(_ template: ContextTemplate, _ context: Context) {
        levels.append(Level(context: context, index: 0, isLast: true))
        run(template, from: 0, to: template.instructions.count)
        levels.removeLast()
    }

    private mutating func run(_ template: ContextTemplate, from start: Int, to end: Int) {
        var place = start
        while place < end, problem == nil {
            switch template.instructions[place] {
            case .text(let range): append(template.bytes[range])
            case .newline: endLine()
            case .variable(let name, let position): appendValue(of: name, at: position)
            case .index: append(String(levels[levels.count - 1].index))
            case .partial(let name, let indent, let position):
                runPartial(name, indent: template.bytes[indent], at: position)
            case .section(let condition, let isInverted, let sectionEnd):
                depth += 1
                runSection(condition, isInverted: isInverted, template, from: place + 1, to: sectionEnd)
                depth -= 1
                place = sectionEnd - 1
            }
            place += 1
        }
    }

    private mutating func runSection(
        _ condition: ContextTemplate.Condition, isInverted: Bool, _ template: ContextTemplate, from start: Int, to end: Int
    ) {
        let isMet: Bool
        switch condition {
        case .first: isMet = levels[levels.count - 1].index == 0
        case .last: isMet = levels[levels.count - 1].isLast
        case .value(let name):
            switch lookUp(name) {
            case .flag(let flag)?: isMet = flag
            case .text(let text)?: isMet = !text.isEmpty
            case nil: isMet = false
            case .list(let list)?:
                if !isInverted { return runList(list, template, from: start, to: end) }
                isMet = !list.isEmpty
            }
        }
        if isMet != isInverted { run(template, from: start, to: end) }
    }

    private mutating func runList(_ list: [Context], _ template: ContextTemplate, from start: Int, to end: Int) {
        var index = 0
        while index < list.count {
            levels.append(Level(context: list[index], index: index, isLast: index == list.count - 1))
            run(template, from: start, to: end)
            levels.removeLast()
            index += 1
        }
    }

    private mutating func runPartial(_ name: String, indent added: ArraySlice<UInt8>, at position: Position) {
        guard depth < Self.deepest else { return problem = .includedTooDeeply(name, at: position) }
        guard let template = templates[name] else { return }
        depth += 1
        indent += added
        run(template, from: 0, to: template.instructions.count)
        indent.removeLast(added.count)
        depth -= 1
    }

    private func lookUp(_ name: Int) -> Context.Value? {
        var level = levels.count
        while level > 0 {
            level -= 1
            if let value = levels[level].context.value(name) { return value }
        }
        return nil
    }
}

// MARK: - Printing

extension ContextRenderer {
    private mutating func appendValue(of name: Int, at position: Position) {
        guard case .text(let text)? = lookUp(name) else { return problem = .withoutValue(name, at: position) }
        append(text)
    }

    private mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        startLine()
        output.append(contentsOf: text.utf8)
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

/// Why a template cannot be rendered to its end.
enum RenderingProblem {
    case withoutValue(Int, at: Position)
    case includedTooDeeply(String, at: Position)

    func diagnostic(_ vocabulary: Vocabulary) -> Diagnostic {
        switch self {
        case .withoutValue(let name, let position):
            Diagnostic(.error, "'\(vocabulary.names[name])' has no value here", at: position)
        case .includedTooDeeply(let name, let position):
            Diagnostic(.error, "template '\(name)' is included too deeply, it probably includes itself", at: position)
        }
    }
}

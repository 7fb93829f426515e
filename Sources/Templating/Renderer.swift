/// Walks the instructions of templates and prints them.
struct Renderer {
    private let templates: [BoundTemplate]
    private let constants: [Value]
    private var printer: Printer

    var output: [UInt8] { printer.output }

    /// - Parameter isSwift: Whether the text is Swift, whose lines are broken where they are too long.
    init(templates: [BoundTemplate], constants: [Value], isSwift: Bool) {
        printer = Printer(isSwift: isSwift)
        self.templates = templates
        self.constants = constants
    }

    /// What a section is printed for.
    private struct Item {
        let values: [Value]
        let index: Int
        let isLast: Bool
    }

    mutating func render(_ number: Int, _ values: [Value]) {
        run(templates[number], Item(values: values, index: 0, isLast: true))
        printer.finish()
    }

    private mutating func run(_ template: BoundTemplate, _ item: Item) {
        run(template, from: 0, to: template.instructions.count, item)
    }

    private mutating func run(_ template: BoundTemplate, from start: Int, to end: Int, _ item: Item) {
        var place = start
        while place < end {
            switch template.instructions[place] {
            case .text(let range):
                template.bytes.withUnsafeBufferPointer { printer.append(UnsafeBufferPointer(rebasing: $0[range])) }
            case .newline: printer.endLine()
            case .value(let value): printer.append(self.value(value, of: item))
            case .index: printer.append(String(item.index))
            case .partial(let number, let indent):
                if !indent.isEmpty { printer.indent += template.bytes[indent] }
                run(templates[number], item)
                if !indent.isEmpty { printer.indent.removeLast(indent.count) }
            case .section(let condition, let isInverted, let sectionEnd):
                runSection(condition, isInverted: isInverted, template, from: place + 1, to: sectionEnd, item)
                place = sectionEnd - 1
            }
            place += 1
        }
    }

    private mutating func runSection(
        _ condition: BoundTemplate.Condition, isInverted: Bool, _ template: BoundTemplate, from start: Int, to end: Int,
        _ item: Item
    ) {
        let isMet: Bool
        switch condition {
        case .first: isMet = item.index == 0
        case .last: isMet = item.isLast
        case .value(let place):
            switch value(place, of: item) {
            case .flag(let flag): isMet = flag
            case .text(let text): isMet = !text.isEmpty
            case .arguments(let list): isMet = !list.isEmpty
            case .items(let items):
                if !isInverted { return runItems(items, template, from: start, to: end) }
                isMet = !items.isEmpty
            }
        }
        if isMet != isInverted { run(template, from: start, to: end, item) }
    }

    private mutating func runItems(_ items: [[Value]], _ template: BoundTemplate, from start: Int, to end: Int) {
        for (index, values) in items.enumerated() {
            run(template, from: start, to: end, Item(values: values, index: index, isLast: index == items.count - 1))
        }
    }

    private func value(_ place: BoundTemplate.Place, of item: Item) -> Value {
        switch place {
        case .own(let index): item.values[index]
        case .constant(let index): constants[index]
        }
    }
}

import Diagnostics

/// Reads Mustache: variables, sections, inverted sections, partials and comments.
///
/// A tag that prints nothing itself and has its line to itself takes the line with it.
struct TemplateParser {
    private let bytes: [UInt8]
    private var instructions: [Template.Instruction] = []
    private var open: [OpenSection] = []
    private var index = 0
    private var place: LinePlace

    /// The greatest nesting depth of sections.
    private static let deepest = 100

    init(_ source: SourceFile, file: SourceFile.ID) {
        bytes = source.bytes
        place = LinePlace(file: file)
    }

    mutating func parse(log: inout DiagnosticLog) -> Template {
        while let start = findPair(of: UInt8(ascii: "{"), in: bytes, from: index) {
            place.move(to: start, in: bytes)
            guard let tag = Tag(in: bytes, at: start) else {
                log.report(.unclosedTag(at: place.position(of: start, in: bytes)))
                addText(to: start + 2)
                continue
            }
            read(tag, log: &log)
        }
        addText(to: bytes.count)
        while let section = open.popLast() {
            log.report(.unclosed(section.name, at: section.position))
            close(section)
        }
        return Template(bytes: bytes, instructions: instructions)
    }

    private mutating func read(_ tag: Tag, log: inout DiagnosticLog) {
        let position = place.position(of: tag.start, in: bytes)
        let line = tag.kind == .variable ? nil : tag.lineToItself(from: place.lineStart, in: bytes)
        addText(to: line?.lowerBound ?? tag.start)
        index = line?.upperBound ?? tag.end
        switch tag.kind {
        case .comment: break
        case .delimiters: log.report(.delimiters(at: position))
        case .variable: instructions.append(.variable(tag.name, at: position))
        case .section: openSection(tag.name, isInverted: false, at: position, log: &log)
        case .inverted: openSection(tag.name, isInverted: true, at: position, log: &log)
        case .end: closeSection(tag.name, at: position, log: &log)
        case .partial:
            let indent = line.map { $0.lowerBound..<tag.start } ?? 0..<0
            instructions.append(.partial(tag.name, indent: indent, at: position))
        }
    }

    /// Everything up to a place, line by line.
    private mutating func addText(to end: Int) {
        while index < end {
            let lineEnd = bytes[index..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
            if index < lineEnd { instructions.append(.text(index..<lineEnd)) }
            if lineEnd < end { instructions.append(.newline) }
            index = min(lineEnd + 1, end)
        }
    }
}

private struct OpenSection {
    let name: String
    let position: Position
    let instruction: Int
}

// MARK: - Sections

extension TemplateParser {
    private mutating func openSection(
        _ name: String, isInverted: Bool, at position: Position, log: inout DiagnosticLog
    ) {
        guard open.count < Self.deepest else {
            log.report(.tooDeep(name, at: position))
            return index = bytes.count
        }
        open.append(OpenSection(name: name, position: position, instruction: instructions.count))
        instructions.append(.section(name, isInverted: isInverted, end: 0, at: position))
    }

    private mutating func closeSection(_ name: String, at position: Position, log: inout DiagnosticLog) {
        guard let section = open.popLast() else { return log.report(.notOpen(name, at: position)) }
        if section.name != name { log.report(.closesOther(name, open: section, at: position)) }
        close(section)
    }

    private mutating func close(_ section: OpenSection) {
        guard case .section(let name, let isInverted, _, let position) = instructions[section.instruction] else { return }
        instructions[section.instruction] = .section(name, isInverted: isInverted, end: instructions.count, at: position)
    }
}

extension Diagnostic {
    fileprivate static func unclosedTag(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the tag is not closed on its line", at: position)
    }

    fileprivate static func delimiters(at position: Position) -> Diagnostic {
        Diagnostic(.error, "delimiters cannot be changed", at: position)
    }

    fileprivate static func tooDeep(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "section '\(name)' stands in too many others", at: position)
    }

    fileprivate static func unclosed(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "section '\(name)' is not closed", at: position)
    }

    fileprivate static func notOpen(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "'\(name)' is closed but not open", at: position)
    }

    fileprivate static func closesOther(_ name: String, open: OpenSection, at position: Position) -> Diagnostic {
        Diagnostic(
            .error, "'\(name)' is closed where '\(open.name)' is open", at: position,
            notes: [.init("opened here", at: open.position)])
    }
}

import Diagnostics

/// Reads Mustache: variables, sections, inverted sections, partials, comments, and `-first`, `-last`, `-index`.
struct TemplateParser {
    private let bytes: [UInt8]
    private let file: SourceFile.ID
    private let vocabulary: Vocabulary
    private var instructions: [Template.Instruction] = []
    private var open: [(name: String, instruction: Int, position: Position)] = []
    private var index = 0
    private var lineStart = 0
    private var line = 1

    init(_ source: SourceFile, file: SourceFile.ID, vocabulary: Vocabulary) {
        bytes = source.bytes
        self.file = file
        self.vocabulary = vocabulary
    }

    mutating func parse(log: inout DiagnosticLog) -> Template {
        while index < bytes.count {
            if let tag = standaloneTag() {
                read(tag, indent: Array(bytes[lineStart..<tag.start]), log: &log)
                advance(to: endOfLine(from: tag.end))
            } else {
                readLine(log: &log)
            }
        }
        for section in open { log.report(.unclosed(section.name, at: section.position)) }
        return Template(bytes: bytes, instructions: instructions)
    }

    /// The text and tags of one line, with its line break.
    private mutating func readLine(log: inout DiagnosticLog) {
        let end = bytes[index...].firstIndex(of: newline) ?? bytes.count
        while index < end {
            guard let tag = nextTag(before: end) else { break }
            addText(index..<tag.start)
            read(tag, indent: [], log: &log)
            index = tag.end
        }
        addText(index..<end)
        if end < bytes.count { instructions.append(.newline) }
        advance(to: min(end + 1, bytes.count))
    }

    private mutating func addText(_ range: Range<Int>) {
        if !range.isEmpty { instructions.append(.text(range)) }
    }

    private mutating func advance(to next: Int) {
        index = next
        lineStart = next
        line += 1
    }

    private func endOfLine(from start: Int) -> Int {
        (bytes[start...].firstIndex(of: newline) ?? bytes.count - 1) + 1
    }

    private mutating func read(_ tag: Tag, indent: [UInt8], log: inout DiagnosticLog) {
        let position = Position(file: file, line: line, column: tag.start - lineStart + 1)
        switch tag.sigil {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: ">"): instructions.append(.partial(tag.name, indent: indent, at: position))
        case UInt8(ascii: "#"), UInt8(ascii: "^"): openSection(tag, at: position, log: &log)
        case UInt8(ascii: "/"): closeSection(tag, at: position, log: &log)
        default: addVariable(tag, at: position, log: &log)
        }
    }

    private mutating func addVariable(_ tag: Tag, at position: Position, log: inout DiagnosticLog) {
        if tag.name == "-index" { return instructions.append(.index) }
        guard let name = resolve(tag.name, at: position, log: &log) else { return }
        guard vocabulary.kind(of: name) == .text else { return log.report(.notText(tag.name, at: position)) }
        instructions.append(.variable(name))
    }

    private mutating func openSection(_ tag: Tag, at position: Position, log: inout DiagnosticLog) {
        open.append((tag.name, instructions.count, position))
        let isInverted = tag.sigil == UInt8(ascii: "^")
        switch tag.name {
        case "-first": instructions.append(.first(isInverted: isInverted, end: 0))
        case "-last": instructions.append(.last(isInverted: isInverted, end: 0))
        default:
            let name = resolve(tag.name, at: position, log: &log) ?? 0
            instructions.append(isInverted ? .inverted(name, end: 0) : .section(name, end: 0))
        }
    }

    private mutating func closeSection(_ tag: Tag, at position: Position, log: inout DiagnosticLog) {
        guard let section = open.popLast() else { return log.report(.notOpen(tag.name, at: position)) }
        if section.name != tag.name { log.report(.closesOther(tag.name, open: section, at: position)) }
        instructions.append(.end)
        let end = instructions.count
        instructions[section.instruction] =
            switch instructions[section.instruction] {
            case .section(let name, _): .section(name, end: end)
            case .inverted(let name, _): .inverted(name, end: end)
            case .first(let isInverted, _): .first(isInverted: isInverted, end: end)
            case .last(let isInverted, _): .last(isInverted: isInverted, end: end)
            case let other: other
            }
    }

    private func resolve(_ name: String, at position: Position, log: inout DiagnosticLog) -> Int? {
        if let place = vocabulary.place(of: name) { return place }
        log.report(.unknownName(name, among: vocabulary.names, at: position))
        return nil
    }
}

/// What stands between two braces and two braces.
private struct Tag {
    let sigil: UInt8
    let name: String
    let start: Int
    let end: Int
}

private let newline = UInt8(ascii: "\n")

extension TemplateParser {
    /// The next tag that ends on the same line.
    private func nextTag(before end: Int) -> Tag? {
        guard let start = pair(UInt8(ascii: "{"), from: index, to: end),
            let close = pair(UInt8(ascii: "}"), from: start + 2, to: end)
        else { return nil }
        var name = bytes[(start + 2)..<close]
        var sigil: UInt8 = 0
        if let first = name.first, "!>#^/&".utf8.contains(first) {
            sigil = first
            name.removeFirst()
        }
        while name.first == UInt8(ascii: " ") { name.removeFirst() }
        while name.last == UInt8(ascii: " ") { name.removeLast() }
        return Tag(sigil: sigil, name: String(decoding: name, as: UTF8.self), start: start, end: close + 2)
    }

    /// A tag that prints nothing itself and has its line to itself takes the line with it.
    private func standaloneTag() -> Tag? {
        let end = bytes[index...].firstIndex(of: newline) ?? bytes.count
        guard index == lineStart, let tag = nextTag(before: end), "!>#^/".utf8.contains(tag.sigil) else { return nil }
        let isAlone = bytes[lineStart..<tag.start].allSatisfy(isBlank) && bytes[tag.end..<end].allSatisfy(isBlank)
        return isAlone ? tag : nil
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    private func pair(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        var place = start
        while place + 1 < end {
            if bytes[place] == byte, bytes[place + 1] == byte { return place }
            place += 1
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unclosed(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "section '\(name)' is not closed", at: position)
    }

    fileprivate static func notOpen(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "'\(name)' is closed but not open", at: position)
    }

    fileprivate static func closesOther(
        _ name: String, open: (name: String, instruction: Int, position: Position), at position: Position
    ) -> Diagnostic {
        Diagnostic(
            .error, "'\(name)' is closed where '\(open.name)' is open", at: position,
            notes: [.init("opened here", at: open.position)])
    }

    fileprivate static func notText(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "'\(name)' is no text, use it as a section", at: position)
    }

    fileprivate static func unknownName(_ name: String, among names: [String], at position: Position) -> Diagnostic {
        let guess = closestMatch(to: name, in: names).map { ", did you mean '\($0)'" } ?? ""
        return Diagnostic(.error, "unknown name '\(name)'\(guess)", at: position)
    }
}

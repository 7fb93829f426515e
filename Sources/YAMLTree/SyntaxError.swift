internal import CLibYAML
internal import Diagnostics

/// Returns libyaml's error as a diagnostic, with a note at the position of its context.
func syntaxError(
    of parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>, file: SourceFile.ID, marking: (yaml_mark_t) -> Mark
) -> Diagnostic {
    let problem = parser.problem.map { String(cString: $0) } ?? "unreadable document"
    func position(_ mark: Mark) -> Position { Position(file: file, line: Int(mark.line), column: Int(mark.column)) }
    if parser.error == YAML_READER_ERROR {
        let place = position(mark(at: Int(parser.problem_offset), in: bytes))
        return .unreadable(problem, code: parser.problem_value, at: place)
    }
    if parser.error == YAML_MEMORY_ERROR {
        return Diagnostic(.error, "not enough memory to read the document", at: position(Mark(line: 1, column: 1)))
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    let contextPlace = position(marking(parser.context_mark))
    if problem == "could not find expected ':'" {
        return Diagnostic(.error, "expected ':' after a key", at: contextPlace)
    }
    let found = byte(at: parser.problem_mark, bytes)
    // libyaml counts a line break at the end even where there is none.
    let place = position(found == nil ? mark(at: bytes.count, in: bytes) : marking(parser.problem_mark))
    if found == nil, let unclosed = unclosedText(context) { return Diagnostic(.error, unclosed, at: contextPlace) }
    var notes: [Diagnostic.Note] = []
    if let started = noteText(context), contextPlace < place { notes = [.init(started, at: contextPlace)] }
    return Diagnostic(.error, sentence(problem, found: found, column: parser.problem_mark.column), at: place, notes: notes)
}

private func noteText(_ context: String) -> String? {
    let table = [
        ("mapping", "the mapping starts here"), ("block collection", "the list starts here"),
        ("sequence", "the list starts here"), ("quoted scalar", "the quote opens here"),
        ("scalar", "the text starts here"),
    ]
    return table.first { context.contains($0.0) }?.1
}

/// Returns the message for a construct that is not closed at the end of the document; it is reported where it starts.
private func unclosedText(_ context: String) -> String? {
    let table = [
        ("flow mapping", "the mapping is not closed by '}'"), ("flow sequence", "the list is not closed by ']'"),
        ("quoted scalar", "the quoted text is not closed"),
    ]
    return table.first { context.contains($0.0) }?.1
}

/// Returns the message for a common mistake, or libyaml's own message.
private func sentence(_ problem: String, found: UInt8?, column: Int) -> String {
    let shown = found.map { $0 > 0x20 && $0 < 0x7F ? "'\(Character(UnicodeScalar($0)))'" : "this" } ?? "this"
    switch problem {
    case "found character that cannot start any token":
        return found == 0x09
            ? "a tab cannot indent YAML; use spaces" : "\(shown) cannot start a value; quote the value"
    case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
        return "a tab cannot indent YAML; use spaces"
    case "mapping values are not allowed in this context":
        // YAML limits implicit keys to 1024 characters.
        return column > 1024
            ? "a key of more than 1024 characters needs '? ' before it; quote the text if it is not a key"
            : "a key is not allowed here; quote text that contains ': ', or check the indentation"
    case "did not find expected key":
        return "expected a key of the mapping; check the indentation and the quotes"
    case "did not find expected '-' indicator":
        return "expected '-' of the list; check the indentation"
    case "did not find expected <document start>":
        return "expected the end of the document; check the indentation"
    case "block sequence entries are not allowed in this context":
        return "a list cannot start here; put '-' on its own line"
    case "found unknown escape character":
        return "unknown escape sequence in quoted text; write '\\\\' for a backslash"
    case "did not find expected alphabetic or numeric character":
        return "expected a name after '*' or '&'"
    case "did not find expected <block end>":
        return "expected the end of the list; check the indentation"
    case "did not find expected node content":
        return "expected a value"
    default:
        return problem.hasPrefix("did not find expected") ? "expected" + problem.dropFirst(21) : problem
    }
}

private func byte(at mark: yaml_mark_t, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var index = 0
    for _ in 0..<mark.index {
        index += 1
        while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index < bytes.count ? bytes[index] : nil
}

extension Diagnostic {
    fileprivate static func unreadable(_ problem: String, code: Int32, at position: Position) -> Diagnostic {
        let text =
            switch problem {
            case "control characters are not allowed":
                code == 0
                    ? "unexpected NUL byte; the file is not UTF-8 text"
                    : "character U+\(hexadecimal(code)) is not allowed in YAML; use an escape sequence in double quotes"
            default: "invalid UTF-8"
            }
        return Diagnostic(.error, text, at: position)
    }

    private static func hexadecimal(_ code: Int32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

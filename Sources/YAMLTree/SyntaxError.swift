internal import CLibYAML
internal import Diagnostics

/// libyaml's error in one sentence, with a note at the place that it belongs to.
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

/// What the document's end cuts off; its beginning is the place to look at.
private func unclosedText(_ context: String) -> String? {
    let table = [
        ("flow mapping", "the mapping is not closed by '}'"), ("flow sequence", "the list is not closed by ']'"),
        ("quoted scalar", "the quoted text does not end"),
    ]
    return table.first { context.contains($0.0) }?.1
}

/// The sentences for what authors do wrong; libyaml's own words for the rest.
private func sentence(_ problem: String, found: UInt8?, column: Int) -> String {
    let shown = found.map { $0 > 0x20 && $0 < 0x7F ? "'\(Character(UnicodeScalar($0)))'" : "this" } ?? "this"
    switch problem {
    case "found character that cannot start any token":
        return found == 0x09
            ? "a tab cannot indent YAML; use spaces" : "\(shown) cannot start a value; put the value into quotes"
    case "found a tab character that violates indentation", "found a tab character where an indentation space is expected":
        return "a tab cannot indent YAML; use spaces"
    case "mapping values are not allowed in this context":
        // libyaml gives up on a key after 1024 characters, as YAML allows it to.
        return column > 1024
            ? "a key of more than 1024 characters needs '? ' before it, or is text that belongs into quotes"
            : "no key can stand here; put text that contains ': ' into quotes, or check the indentation"
    case "did not find expected key":
        return "expected a key of the mapping; check the indentation and the quotes"
    case "did not find expected '-' indicator":
        return "expected '-' of the list; check the indentation"
    case "did not find expected <document start>":
        return "expected the end of the document; check the indentation"
    case "block sequence entries are not allowed in this context":
        return "no list can start here; '-' belongs on its own line"
    case "found unknown escape character":
        return "unknown escape in a quoted text; write '\\\\' for a backslash"
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
        let text = switch problem {
        case "control characters are not allowed":
            code == 0
                ? "a NUL byte, so this is not a text file in UTF-8"
                : "character U+\(hexadecimal(code)) is not allowed in YAML; write it as an escape in double quotes"
        default: "invalid UTF-8"
        }
        return Diagnostic(.error, text, at: position)
    }

    private static func hexadecimal(_ code: Int32) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

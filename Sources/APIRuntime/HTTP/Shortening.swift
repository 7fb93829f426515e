extension String {
    /// Returns the text, or its beginning and an ellipsis if it is longer than a limit.
    ///
    /// Whoever sends a request chooses the length of its names, numbers and strings. Messages about them must not repeat all of it.
    ///
    /// - Parameter limit: The greatest number of Unicode scalars. A character could combine any number of them.
    func shortened(to limit: Int = 60) -> String {
        guard utf8.count > limit else { return self }
        let start = unicodeScalars.prefix(limit)
        return start.endIndex == endIndex ? self : String(start) + "…"
    }

    /// Returns a JSON Pointer as messages show it: a long one without its middle.
    var shortenedPointer: String {
        guard utf8.count > longestPointer, unicodeScalars.count > longestPointer else { return self }
        return String(unicodeScalars.prefix(longestPointer * 2 / 3)) + "…" + String(unicodeScalars.suffix(longestPointer / 3))
    }
}

/// Returns the JSON Pointer (RFC 6901) of a path as messages show it. If it is long, it has the beginnings of its names.
func shortPointer(_ path: [String]) -> String {
    let isLong = path.reduce(0) { $0 + $1.utf8.count + 1 } > longestPointer
    return path.map { "/" + pointerToken(isLong ? $0.shortened(to: 40) : $0) }.joined().shortenedPointer
}

/// The greatest number of Unicode scalars in a JSON Pointer of a message.
private let longestPointer = 256

extension JSONValue {
    /// The value as JSON, or the beginning of it.
    var excerpt: String {
        var rest = excerptLength + 1
        return pruned(to: &rest).description.shortened(to: excerptLength)
    }

    /// Returns the value without what follows its first characters, so that a large value is not written as a whole.
    ///
    /// - Parameter rest: How many more values to keep; each has at least one character.
    private func pruned(to rest: inout Int) -> JSONValue {
        rest -= 1
        switch self {
        case .null, .bool: return self
        case .number(let number): return .number(DecimalNumber(scanned: number.text.shortened()))
        case .string(let text): return .string(text.shortened())
        case .array(let elements):
            var kept: [JSONValue] = []
            for element in elements {
                guard rest > 0 else { break }
                kept.append(element.pruned(to: &rest))
            }
            return .array(kept)
        case .object(let object):
            var kept: [JSONObject.Member] = []
            for member in object.members {
                guard rest > 0 else { break }
                kept.append(JSONObject.Member(name: member.name.shortened(), value: member.value.pruned(to: &rest)))
            }
            return .object(JSONObject(kept))
        }
    }
}

private let excerptLength = 60

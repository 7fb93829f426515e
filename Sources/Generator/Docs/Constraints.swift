import OpenAPI
import YAMLTree

extension Schema {
    /// What the schema asks of a value beyond its type, in words.
    func constraints(_ code: (String) -> String) -> [String] {
        var words: [String] = []
        if let const { words.append("always \(code(const.shown))") }
        if let enumeration, !enumeration.isEmpty {
            words.append("one of " + enumeration.map { code($0.shown) }.joined(separator: ", "))
        }
        words += [
            range(minimum, maximum, exclusiveMinimum, exclusiveMaximum),
            count(minLength, maxLength, "character"), count(minItems, maxItems, "item"), count(minProperties, maxProperties, "member"),
        ].compactMap(\.self)
        if let multipleOf { words.append("a multiple of \(multipleOf)") }
        if let pattern { words.append("matches \(code(pattern))") }
        if uniqueItems { words.append("no item twice") }
        if let contentMediaType { words.append("holds \(code(contentMediaType))") }
        if isReadOnly { words.append("read-only") }
        if isWriteOnly { words.append("write-only") }
        if isAutoIncremented { words.append("counted up by the service") }
        if let defaultValue { words.append("default \(code(defaultValue.shown))") }
        if let example = examples.first, example.isScalar { words.append("for example \(code(example.shown))") }
        return words
    }
}

private func range(_ minimum: String?, _ maximum: String?, _ above: String?, _ below: String?) -> String? {
    if let minimum, let maximum, above == nil, below == nil { return minimum == maximum ? "exactly \(minimum)" : "\(minimum) to \(maximum)" }
    let bounds = [
        minimum.map { "at least \($0)" }, above.map { "more than \($0)" }, maximum.map { "at most \($0)" }, below.map { "less than \($0)" },
    ].compactMap(\.self)
    return bounds.isEmpty ? nil : bounds.joined(separator: " and ")
}

private func count(_ least: Int?, _ most: Int?, _ noun: String) -> String? {
    let last = most ?? least ?? 0
    let nouns = last == 1 ? noun : noun + "s"
    switch (least ?? 0, most) {
    case (0, nil): return nil
    case (let least, nil): return "at least \(least) \(nouns)"
    case (0, let most?): return "at most \(most) \(nouns)"
    case (let least, let most?): return least == most ? "exactly \(most) \(nouns)" : "\(least) to \(most) \(nouns)"
    }
}

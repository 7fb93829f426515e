import APIModel

extension PairComparison {
    mutating func compareValues() {
        let (oldPlace, newPlace) = (old.position(where: \.isValues), new.position(where: \.isValues))
        switch (old.values, new.values) {
        case (nil, nil): return
        case (nil, let values?): if !values.isOpen { add(.enumAdded, at: oldPlace, newPlace) }
        case (let values?, nil): if !values.isOpen { add(.enumRemoved, at: oldPlace, newPlace) }
        case (let before?, let after?):
            if before.list.count == 1, after.list.count == 1, !before.isOpen, !after.isOpen {
                let (one, other) = (before.list[0], after.list[0])
                if !one.value.equals(other.value) {
                    add(
                        .constChanged, old: one.value.compactText, new: other.value.compactText, at: one.position, other.position)
                }
                return
            }
            if before.isOpen != after.isOpen { add(after.isOpen ? .enumRemoved : .enumAdded, at: oldPlace, newPlace) }
            let known = Set(before.list.map(\.value.canonical))
            let kept = Set(after.list.map(\.value.canonical))
            // If other values are allowed too, a list only documents common values.
            let directions: Directions = before.isOpen && after.isOpen ? [] : .both
            for value in before.list where !kept.contains(value.value.canonical) && !after.isOpen {
                add(.enumValueRemoved, name: value.value.plainText, at: value.position, newPlace, in: directions)
            }
            for value in after.list where !known.contains(value.value.canonical) && !before.isOpen {
                add(.enumValueAdded, name: value.value.plainText, at: oldPlace, value.position, in: directions)
            }
        }
    }

    mutating func compareScalars() {
        compareFormats()
        comparePatterns()
        let (before, after) = (old.form.contentText, new.form.contentText)
        if before != after { add(.contentChanged, old: before, new: after) }
        switch (old.form.contentSchema, new.form.contentSchema) {
        case (nil, nil): break
        case (let one?, let other?): descend(one, other, step: "")
        case (nil, let schema?): if !SchemaView(schema, in: new.graph).restrictsNothing { add(.contentSchemaAdded) }
        case (let schema?, nil): if !SchemaView(schema, in: old.graph).restrictsNothing { add(.contentSchemaRemoved) }
        }
    }

    private mutating func compareFormats() {
        guard old.form.format != new.form.format else { return }
        let (oldPlace, newPlace) = (old.position(where: \.isFormat), new.position(where: \.isFormat))
        let rule: Rule
        switch (old.form.format, new.form.format) {
        case (nil, _): rule = .formatAdded
        case (_, nil): rule = .formatRemoved
        case (let before?, let after?):
            let (narrow, wide) = (numericRange(of: before), numericRange(of: after))
            rule =
                if let narrow, let wide { narrow < wide ? .formatWidened : .formatNarrowed } else { .formatChanged }
        }
        add(rule, old: old.form.format, new: new.form.format, at: oldPlace, newPlace)
    }

    /// Formats of numbers from the smallest range to the largest; `nil` for other formats.
    private func numericRange(of format: String) -> Int? {
        if let rank = ["int8", "int16", "int32", "int64"].firstIndex(of: format) { return rank }
        return ["float", "double"].firstIndex(of: format).map { $0 + 10 }
    }

    private mutating func comparePatterns() {
        let (before, after) = (old.form.restrictingPatterns, new.form.restrictingPatterns)
        let gone = before.filter { !after.contains($0) }
        let added = after.filter { !before.contains($0) }
        guard !gone.isEmpty || !added.isEmpty else { return }
        let rule: Rule = gone.isEmpty ? .patternAdded : added.isEmpty ? .patternRemoved : .patternChanged
        add(
            rule, old: gone.joined(separator: " and "), new: added.joined(separator: " and "), at: old.position(where: \.isPattern),
            new.position(where: \.isPattern))
    }
}

extension NormalForm {
    /// The patterns that not every text matches.
    fileprivate var restrictingPatterns: [String] {
        patterns.filter { !["", "^", "$", ".*", "^.*", ".*$"].contains($0) }
    }

    /// What the text of a string holds.
    fileprivate var contentText: String {
        let parts = [contentEncoding, contentMediaType].compactMap(\.self)
        return parts.isEmpty ? "plain text" : parts.joined(separator: " of ")
    }
}

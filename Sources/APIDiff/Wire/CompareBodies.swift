import APIModel
import Diagnostics

extension Comparison {
    mutating func compareBodies(_ pair: OperationPair) {
        let place: [Sentence.Part] = [.words("request body")]
        let directions = pair.ofRequests
        func add(_ rule: Rule, _ oldPosition: Position, _ newPosition: Position) {
            recorder.add(rule, pair.subject, at: place, from: oldPosition, to: newPosition, in: directions)
        }
        switch (pair.old.requestBody, pair.new.requestBody) {
        case (nil, nil): break
        case (nil, let body?): add(body.isRequired ? .requiredBodyAdded : .bodyAdded, pair.old.position, body.position)
        case (let body?, nil): add(.bodyRemoved, body.position, pair.new.position)
        case (let before?, let after?):
            if before.isRequired != after.isRequired {
                add(after.isRequired ? .bodyBecameRequired : .bodyBecameOptional, before.position, after.position)
            }
            compareContent(
                before.representations, after.representations, in: directions, of: pair, at: place,
                from: before.position, to: after.position)
        }
    }

    mutating func compareContent(
        _ before: [Representation], _ after: [Representation], in directions: Directions, of pair: OperationPair,
        at place: [Sentence.Part], from oldPosition: Position, to newPosition: Position
    ) {
        let kept = Dictionary(after.map { ($0.mediaType.identity, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.mediaType.identity))
        for representation in before {
            let name = representation.mediaType
            // Servers may accept a wider range than before, and callers may receive what their range includes.
            var others = kept[name.identity].map { [$0] } ?? []
            if others.isEmpty, directions == .requests { others = after.filter { $0.mediaType.includes(name) } }
            if others.isEmpty, directions == .responses {
                others = after.filter { name.includes($0.mediaType) && !known.contains($0.mediaType.identity) }
            }
            for other in others { compare(representation, other, in: directions, of: pair, at: place) }
            guard others.isEmpty else { continue }
            recorder.add(
                .mediaTypeRemoved, pair.subject, at: place, name: representation.name, from: representation.position,
                to: newPosition, in: directions)
        }
        for representation in after where !known.contains(representation.mediaType.identity) {
            recorder.add(
                .mediaTypeAdded, pair.subject, at: place, name: representation.name, from: oldPosition,
                to: representation.position, in: directions)
        }
    }

    private mutating func compare(
        _ before: Representation, _ after: Representation, in directions: Directions, of pair: OperationPair,
        at place: [Sentence.Part]
    ) {
        for (one, another, place) in schemaPairs(before, after, at: place) {
            compareSchemas(
                one, another, in: directions, of: pair, at: place, from: before.position, to: after.position)
        }
        compareEncodings(before, after, in: directions, of: pair, at: place)
    }

    /// Returns the schemas of a body, and those of the items of its stream, with the words for each.
    private func schemaPairs(
        _ before: Representation, _ after: Representation, at place: [Sentence.Part]
    ) -> [(SchemaID?, SchemaID?, [Sentence.Part])] {
        let items = (before.item ?? before.itemSchema, after.item ?? after.itemSchema)
        let whole = (before.schema, after.schema, place)
        guard items.0 != nil || items.1 != nil else { return [whole] }
        let item = (items.0, items.1, [.words("item of the ")] + place)
        // Before OpenAPI 3.2 the schema of the whole body describes a stream, since then that of its items.
        let isDescribedOtherwise = items.0 != nil && items.1 != nil && (before.schema == nil || after.schema == nil)
        return isDescribedOtherwise ? [item] : [whole, item]
    }

    /// Compares how the parts of forms are written.
    private mutating func compareEncodings(
        _ before: Representation, _ after: Representation, in directions: Directions, of pair: OperationPair,
        at place: [Sentence.Part]
    ) {
        let known = Dictionary(before.encodings.map { ($0.property, $0.text) }, uniquingKeysWith: { first, _ in first })
        let kept = Dictionary(after.encodings.map { ($0.property, $0.text) }, uniquingKeysWith: { first, _ in first })
        for name in Set(known.keys).union(kept.keys).sorted() where known[name] ?? "" != kept[name] ?? "" {
            recorder.add(
                .partEncodingChanged, pair.subject, at: place, name: name, from: before.position, to: after.position,
                in: directions)
        }
    }
}

extension PartEncoding {
    /// The encoding of the part; empty for the default one.
    fileprivate var text: String {
        [contentType ?? "", serialization?.text ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension MediaTypeName {
    /// Whether it is a range with another media type in it.
    fileprivate func includes(_ other: MediaTypeName) -> Bool {
        guard isRange, essence != other.essence else { return false }
        let (range, name) = (essence.split(separator: "/"), other.essence.split(separator: "/"))
        guard range.count == 2, name.count == 2 else { return false }
        if essence == "*/*" { return true }
        let suffix = range[1].drop { $0 == "*" }
        return range[0] == name[0] && range[1].hasPrefix("*") && name[1].hasSuffix(suffix)
    }
}

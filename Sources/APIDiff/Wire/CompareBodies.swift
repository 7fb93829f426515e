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

    mutating func compareResponses(_ pair: OperationPair) {
        let successes = pair.old.successes
        for (index, response) in pair.old.responses.enumerated() {
            let place: [Sentence.Part] = [.words("response "), .value(response.status.text)]
            guard let other = pair.new.responses.first(where: { $0.status == response.status }) else {
                recorder.add(
                    successes.contains(index) ? .successResponseRemoved : .errorResponseRemoved, pair.subject, at: place,
                    from: response.position,
                    to: pair.new.position, in: pair.ofResponses)
                continue
            }
            compareFields(
                response.headers.filter(\.isSent), other.headers.filter(\.isSent), in: pair.ofResponses, of: pair,
                at: (response.position, other.position)
            ) { header in
                [.words("header field "), .value(header.name), .words(" of the ")] + place
            }
            compareLinks(response, other, of: pair, at: place)
            let body: [Sentence.Part] = [.words("body of the ")] + place
            switch (response.representations.isEmpty, other.representations.isEmpty) {
            case (true, true): break
            case (true, false):
                recorder.add(
                    .bodyAdded, pair.subject, at: body, from: response.position, to: other.position, in: pair.ofResponses)
            case (false, true):
                recorder.add(
                    .bodyRemoved, pair.subject, at: body, from: response.position, to: other.position, in: pair.ofResponses)
            case (false, false):
                compareContent(
                    response.representations, other.representations, in: pair.ofResponses, of: pair, at: body,
                    from: response.position, to: other.position)
            }
        }
        for response in pair.new.responses where !pair.old.responses.contains(where: { $0.status == response.status }) {
            recorder.add(
                .responseAdded, pair.subject, at: [.words("response "), .value(response.status.text)], from: pair.old.position,
                to: response.position, in: pair.ofResponses)
        }
    }

    private mutating func compareContent(
        _ before: [Representation], _ after: [Representation], in directions: Directions, of pair: OperationPair,
        at place: [Sentence.Part], from oldPosition: Position, to newPosition: Position
    ) {
        let kept = Dictionary(after.map { ($0.mediaType.identity, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.mediaType.identity))
        for representation in before {
            guard let other = kept[representation.mediaType.identity] else {
                recorder.add(
                    .mediaTypeRemoved, pair.subject, at: place, name: representation.name, from: representation.position,
                    to: newPosition, in: directions)
                continue
            }
            for (one, another, place) in schemaPairs(representation, other, at: place) {
                compareSchemas(
                    one, another, in: directions, of: pair, at: place, from: representation.position, to: other.position)
            }
            compareEncodings(representation, other, in: directions, of: pair, at: place)
        }
        for representation in after where !known.contains(representation.mediaType.identity) {
            recorder.add(
                .mediaTypeAdded, pair.subject, at: place, name: representation.name, from: oldPosition,
                to: representation.position, in: directions)
        }
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

import APIModel
import Diagnostics

extension Comparison {
    mutating func compareParameters(_ pair: OperationPair) {
        let before = pair.old.parameters.filter(\.isSent)
        let after = pair.new.parameters.filter(\.isSent)
        compareFields(
            before, after, in: pair.ofRequests, of: pair, renamed: pathNames(pair), at: (pair.old.position, pair.new.position)
        ) { parameter in
            [.words("\(parameter.location.rawValue) parameter "), .value(parameter.name)]
        }
    }

    /// The old names of path parameters with their names in the new path, matched by their places in the path.
    private mutating func pathNames(_ pair: OperationPair) -> [String: String] {
        let (before, after) = (pair.old.pathParameters, pair.new.pathParameters)
        guard before.count == after.count, before != after, Set(before).count == before.count else { return [:] }
        for (one, other) in zip(before, after) where one != other {
            recorder.add(
                .pathParameterRenamed, pair.subject, old: one, new: other, from: pair.old.position, to: pair.new.position)
        }
        return Dictionary(zip(before, after), uniquingKeysWith: { first, _ in first })
    }

    /// Compares parameters or header fields.
    ///
    /// - Parameter describe: Returns the words for a parameter, without an article.
    mutating func compareFields(
        _ before: [ResolvedParameter], _ after: [ResolvedParameter], in directions: Directions, of pair: OperationPair,
        renamed: [String: String] = [:], at places: (old: Position, new: Position),
        describe: (ResolvedParameter) -> [Sentence.Part]
    ) {
        func key(_ field: ResolvedParameter, isOld: Bool) -> String {
            let name = field.location == .path && isOld ? renamed[field.name] ?? field.name : field.name
            return field.location.rawValue + " " + (field.location == .header ? name.lowercased() : name)
        }
        let known = Dictionary(before.map { (key($0, isOld: true), $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Dictionary(after.map { (key($0, isOld: false), $0) }, uniquingKeysWith: { first, _ in first })
        for field in before {
            if let other = kept[key(field, isOld: true)] {
                compare(field, other, in: directions, of: pair, at: describe(other))
            } else {
                recorder.add(
                    removal(of: field), pair.subject, at: describe(field), old: field.sunset, from: field.position,
                    to: places.new, in: directions)
            }
        }
        for field in after where known[key(field, isOld: false)] == nil {
            recorder.add(
                field.isRequired ? .requiredParameterAdded : .parameterAdded, pair.subject, at: describe(field),
                from: places.old, to: field.position, in: directions)
        }
    }

    private func removal(of field: ResolvedParameter) -> Rule {
        switch announcedRemoval(field.sunset, isDeprecated: field.isDeprecated) {
        case .announced(let isDue): isDue ? .parameterRemovedAfterSunset : .parameterRemovedBeforeSunset
        case .deprecated, .none: field.isRequired ? .requiredParameterRemoved : .parameterRemoved
        }
    }

    private mutating func compare(
        _ before: ResolvedParameter, _ after: ResolvedParameter, in directions: Directions, of pair: OperationPair,
        at place: [Sentence.Part]
    ) {
        func add(_ rule: Rule, old: String? = nil, new: String? = nil) {
            recorder.add(
                rule, pair.subject, at: place, old: old, new: new, from: before.position, to: after.position, in: directions)
        }
        if before.isRequired != after.isRequired { add(after.isRequired ? .parameterBecameRequired : .parameterBecameOptional) }
        if before.isDeprecated != after.isDeprecated { add(after.isDeprecated ? .parameterDeprecated : .parameterReinstated) }
        compareSunset(before.sunset, after.sunset, isDeprecated: after.isDeprecated) { add($0, old: $1, new: $2) }
        let written = (before.serializationText(in: old.schemas), after.serializationText(in: new.schemas))
        if written.0 != written.1 {
            add(.parameterSerializationChanged, old: written.0, new: written.1)
        } else {
            let (one, other) = (before.style, after.style)
            if one?.allowsReserved != other?.allowsReserved {
                add(other?.allowsReserved == true ? .parameterReservedAllowed : .parameterReservedForbidden)
            }
            if one?.allowsEmptyValue != other?.allowsEmptyValue {
                add(other?.allowsEmptyValue == true ? .parameterEmptyAllowed : .parameterEmptyForbidden)
            }
        }
        if let rule = textRule(before, after) {
            return add(
                rule, old: before.view(in: old.schemas)?.kinds.text, new: after.view(in: new.schemas)?.kinds.text)
        }
        compareSchemas(
            before.schema, after.schema, in: directions, of: pair, at: place, from: before.position, to: after.position)
    }

    /// Returns the rule for a single value that became any text or was any text: each number and boolean is written as a text.
    private func textRule(_ before: ResolvedParameter, _ after: ResolvedParameter) -> Rule? {
        guard before.style?.shape == .primitive, after.style?.shape == .primitive,
            let one = before.view(in: old.schemas), let other = after.view(in: new.schemas), one.allowsNull == other.allowsNull
        else { return nil }
        if one.isNumberOrBoolean, other.isAnyText { return .typeWidened }
        return one.isAnyText && other.isNumberOrBoolean ? .typeNarrowed : nil
    }

    /// Compares the schemas of a value, one or both of which may be absent.
    mutating func compareSchemas(
        _ before: SchemaID?, _ after: SchemaID?, in directions: Directions, of pair: OperationPair, at place: [Sentence.Part],
        from oldPosition: Position, to newPosition: Position
    ) {
        switch (before, after) {
        case (nil, nil): break
        case (let one?, let other?):
            schemas.compare(
                one, other, in: directions, user: pair.user, at: Location(subject: pair.subject, base: place))
        case (nil, let schema?):
            guard !SchemaView(schema, in: new.schemas).acceptsAnything else { return }
            recorder.add(.schemaAdded, pair.subject, at: place, from: oldPosition, to: newPosition, in: directions)
        case (let schema?, nil):
            guard !SchemaView(schema, in: old.schemas).acceptsAnything else { return }
            recorder.add(.schemaRemoved, pair.subject, at: place, from: oldPosition, to: newPosition, in: directions)
        }
    }
}

extension ResolvedOperation {
    /// The names of the parameters in the path, in its order.
    var pathParameters: [String] {
        path.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }
}

extension ResolvedParameter {
    fileprivate func view(in graph: SchemaGraph) -> SchemaView? {
        schema.map { SchemaView($0, in: graph) }
    }

    /// How the value is written, as far as senders and receivers must agree on it.
    fileprivate func serializationText(in graph: SchemaGraph) -> String {
        let kinds = view(in: graph)?.kinds ?? []
        return serialization.text(isSingle: kinds.intersection([.array, .object]).isEmpty)
    }
}

extension SchemaView {
    fileprivate var isNumberOrBoolean: Bool {
        !kinds.isEmpty && kinds.isSubset(of: [.integer, .number, .boolean]) && alternatives == nil
    }

    /// Whether it allows any text and nothing else.
    fileprivate var isAnyText: Bool {
        kinds == .string && alternatives == nil && values == nil && form.isComplete && form.patterns.isEmpty && form.format == nil
            && form.counts.isEmpty && form.contentSchema == nil
    }
}

extension Serialization {
    /// How a value is written, as far as senders and receivers must agree on it.
    var text: String { text(isSingle: true) }

    /// - Parameter isSingle: Whether a value of which the type is not known is neither an array nor an object.
    fileprivate func text(isSingle: Bool) -> String {
        switch self {
        case .content(let mediaType): return mediaType.identity
        case .style(let style):
            // Single values are written in the same way whether or not they are exploded.
            let isExplodable = style.style != .deepObject && (style.shape != .primitive || !isSingle)
            let explodes = !isExplodable ? "" : style.explode ? ", exploded" : ", in one"
            return style.style.rawValue + explodes
        }
    }
}

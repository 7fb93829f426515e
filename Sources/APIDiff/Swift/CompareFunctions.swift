import APIModel
import Diagnostics

extension Comparison {
    /// Compares the functions of operations that both versions have.
    func compareFunctions(_ names: VersionedNames) {
        for (before, after) in functionPairs {
            compareSignatures(before, after, names)
            compareOutcomes(before, after, names)
            compareForms(before, after, names)
            compareMediaTypes(before.body?.mediaTypes, after.body?.mediaTypes, before, after)
            compareMediaTypes(before.accept, after.accept, before, after)
        }
    }

    private func add(
        _ rule: Rule, _ after: Endpoint, name: String? = nil, old: String? = nil, new: String? = nil, from oldPosition: Position,
        to newPosition: Position
    ) {
        recorder.add(
            rule, after.operation.subject, at: [.value(after.name.name)], name: name, old: old, new: new, from: oldPosition,
            to: newPosition)
    }

    private func compareSignatures(
        _ before: Endpoint, _ after: Endpoint, _ names: VersionedNames
    ) {
        let places = (before.operation.position, after.operation.position)
        func add(_ rule: Rule, name: String? = nil, old: String? = nil, new: String? = nil) {
            self.add(rule, after, name: name, old: old, new: new, from: places.0, to: places.1)
        }
        if before.name != after.name { add(.swiftFunctionRenamed, old: before.name.name, new: after.name.name) }
        let (known, kept) = (before.arguments(names.old), after.arguments(names.new))
        let matches = Dictionary(kept.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = Set(known.map(\.key))
        for argument in known {
            guard let other = matches[argument.key] else {
                add(.swiftParameterRemoved, name: argument.name)
                continue
            }
            if argument.name != other.name { add(.swiftParameterRenamed, old: argument.name, new: other.name) }
            if let texts = names.difference(argument.type, other.type) {
                add(.swiftParameterTypeChanged, name: other.name, old: texts.old, new: texts.new)
            }
            if let one = argument.defaultValue, let another = other.defaultValue, one != another {
                add(.swiftParameterDefaultChanged, name: other.name, old: one, new: another)
            }
        }
        for argument in kept where !keys.contains(argument.key) && !argument.isOptional {
            add(.swiftParameterRequired, name: argument.name)
        }
        if known.map(\.key).filter({ matches[$0] != nil }) != kept.map(\.key).filter({ keys.contains($0) }) {
            add(.swiftParametersReordered)
        }
        if let texts = names.difference({ $0.result(of: before) }, { $0.result(of: after) }) {
            add(.swiftResultChanged, old: texts.old, new: texts.new)
        }
    }

    /// Compares the cases of the operation's error, those of its successes where there are several, and header fields.
    private func compareOutcomes(
        _ before: Endpoint, _ after: Endpoint, _ names: VersionedNames
    ) {
        if (before.errorName == nil) == (after.errorName == nil) {
            compareCases(
                before, after, before.failures, after.failures, names, added: .swiftErrorCaseAdded,
                removed: .swiftErrorCaseRemoved)
        } else {
            add(
                .swiftErrorTypeChanged, after, old: before.thrownType, new: after.thrownType, from: before.operation.position,
                to: after.operation.position)
        }
        if case .several(_, let known) = before.success, case .several(_, let kept) = after.success {
            compareCases(
                before, after, known.map { before.outcomes[$0] }, kept.map { after.outcomes[$0] }, names, added: .swiftCaseAdded,
                removed: .swiftCaseRemoved)
        }
        for outcome in before.outcomes {
            let other = after.outcomes.first { $0.response.status == outcome.response.status }
            if let other { compareHeaders(outcome, other, after, names) }
        }
    }

    private func compareCases(
        _ before: Endpoint, _ after: Endpoint, _ known: [Outcome], _ kept: [Outcome], _ names: VersionedNames,
        added: Rule, removed: Rule
    ) {
        for outcome in known {
            let place = outcome.response.position
            guard let other = kept.first(where: { $0.response.status == outcome.response.status }) else {
                add(removed, after, name: outcome.name.name, from: place, to: after.operation.position)
                continue
            }
            guard let texts = names.difference({ $0.value(of: outcome) }, { $0.value(of: other) }) else { continue }
            add(
                .swiftCasePayloadChanged, after, name: other.name.name, old: texts.old, new: texts.new, from: place,
                to: other.response.position)
        }
        for outcome in kept where !known.contains(where: { $0.response.status == outcome.response.status }) {
            add(added, after, name: outcome.name.name, from: before.operation.position, to: outcome.response.position)
        }
    }

    /// Compares the properties for the header fields of a response that has a struct for them in both versions.
    private func compareHeaders(
        _ before: Outcome, _ after: Outcome, _ endpoint: Endpoint, _ names: VersionedNames
    ) {
        guard before.structureName != nil, after.structureName != nil else { return }
        for header in before.headers {
            let name = header.header.name.lowercased()
            guard let other = after.headers.first(where: { $0.header.name.lowercased() == name }) else {
                add(
                    .swiftPropertyRemoved, endpoint, name: header.name.name, from: header.header.position,
                    to: after.response.position)
                continue
            }
            guard let texts = names.difference(header.type, other.type) else { continue }
            add(
                .swiftPropertyTypeChanged, endpoint, name: other.name.name, old: texts.old, new: texts.new,
                from: header.header.position,
                to: other.header.position)
        }
    }

    /// Compares the cases of the enums of media types that callers send or ask for.
    private func compareMediaTypes(
        _ one: MediaTypeChoice?, _ other: MediaTypeChoice?, _ before: Endpoint, _ after: Endpoint
    ) {
        guard case .listed(let one)? = one, case .listed(let other)? = other else { return }
        let places = (before.operation.position, after.operation.position)
        let (known, kept) = (one.casesByMediaType, other.casesByMediaType)
        for (mediaType, name) in one.cases.map({ ($0.mediaType, $0.name.name) }) {
            guard let match = kept[mediaType] else {
                add(.swiftCaseRemoved, after, name: name, from: places.0, to: places.1)
                continue
            }
            if match != name { add(.swiftCaseRenamed, after, old: name, new: match, from: places.0, to: places.1) }
        }
        for (name, mediaType) in other.cases where known[mediaType] == nil {
            add(.swiftCaseAdded, after, name: name.name, from: places.0, to: places.1)
        }
        if one.otherCase != nil, other.otherCase == nil {
            add(.swiftCaseRemoved, after, name: one.otherCase?.name, from: places.0, to: places.1)
        }
    }

    /// Compares the parts of multipart bodies.
    private func compareForms(_ before: Endpoint, _ after: Endpoint, _ names: VersionedNames) {
        guard let one = before.body?.content.compactMap(\.form).first, let other = after.body?.content.compactMap(\.form).first
        else { return }
        let places = (before.operation.position, after.operation.position)
        let matches = Dictionary(other.fields.map { ($0.wireName, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(one.fields.map(\.wireName))
        for field in one.fields {
            guard let match = matches[field.wireName] else {
                add(.swiftPropertyRemoved, after, name: field.name.name, from: places.0, to: places.1)
                continue
            }
            guard let texts = names.difference(field.type, match.type) else { continue }
            add(
                .swiftPropertyTypeChanged, after, name: match.name.name, old: texts.old, new: texts.new, from: places.0,
                to: places.1)
        }
        for field in other.fields where field.isRequired && !known.contains(field.wireName) {
            add(.swiftArgumentRequired, after, name: field.name.name, from: places.0, to: places.1)
        }
    }
}

/// An argument of a generated function.
private struct Argument {
    /// What identifies arguments in the document.
    let key: String
    let name: String
    let type: (SwiftNames) -> String
    let isOptional: Bool
    let defaultValue: String?
}

extension Endpoint {
    fileprivate func arguments(_ names: SwiftNames) -> [Argument] {
        let namesInPath = operation.pathParameters
        var arguments = parameters.map { parameter in
            var key = parameter.parameter.name
            switch parameter.parameter.location {
            // Renaming a parameter of the path only changes its label.
            case .path: key = namesInPath.firstIndex(of: key).map { String($0) } ?? key
            case .header: key = key.lowercased()
            case .query, .cookie, .querystring: break
            }
            key = parameter.parameter.location.rawValue + " " + key
            return Argument(
                key: key, name: parameter.name.name, type: { $0.type(parameter.type) }, isOptional: parameter.type.isOptional,
                defaultValue: parameter.defaultValue.map(names.value))
        }
        if let body {
            arguments.append(
                Argument(
                    key: "body", name: body.name.name, type: { $0.type(body) }, isOptional: !body.isRequired, defaultValue: nil))
        }
        if let mediaTypes = body?.mediaTypes { arguments.append(Argument("mediaType", mediaTypes)) }
        if let accept { arguments.append(Argument("accept", accept)) }
        return arguments
    }
}

extension Argument {
    /// The argument that selects a media type.
    fileprivate init(_ name: String, _ choice: MediaTypeChoice) {
        let type =
            switch choice {
            case .listed(let listed): listed.name.name
            case .text: "String"
            }
        self.init(key: name, name: name, type: { _ in type }, isOptional: true, defaultValue: nil)
    }
}

extension MediaTypeEnum {
    /// The names of the cases.
    fileprivate var casesByMediaType: [String: String] {
        Dictionary(cases.map { ($0.mediaType, $0.name.name) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Endpoint {
    /// The type that the function throws.
    fileprivate var thrownType: String { errorName?.name ?? "CallError" }
}

extension MultipartField {
    fileprivate func type(_ names: SwiftNames) -> String {
        let part = structure?.name.name ?? valueType.map { names.type($0) } ?? "HTTPBody"
        return isRepeated ? "[\(part)]" : isRequired ? part : part + "?"
    }
}

import APIModel
import Diagnostics

extension Comparison {
    /// Compares the operations of paths: each with the one of the same method and path, regardless of the names of path parameters.
    mutating func compareOperations() {
        let before = old.endpoints.map(\.operation)
        let after = new.endpoints.map(\.operation)
        // Paths that differ in a fragment only are one path, so that several operations may have one key.
        let places = Dictionary(grouping: after.indices) { after[$0].key }
        var taken: Set<Int> = []
        var gone: [Int] = []
        for (index, operation) in before.enumerated() {
            if let place = places[operation.key]?.first(where: { !taken.contains($0) }) {
                taken.insert(place)
                functionPairs.append((old.endpoints[index], new.endpoints[place]))
                compare(operation, after[place])
            } else {
                gone.append(index)
            }
        }
        for (index, operation) in gone.map({ ($0, before[$0]) }) {
            let place = after.indices.first { index in
                operation.operationID != nil && after[index].operationID == operation.operationID && !taken.contains(index)
            }
            if let place {
                taken.insert(place)
                let moved = after[place]
                recorder.add(
                    .operationMoved, moved.subject, name: operation.operationID, old: operation.subject, new: moved.subject,
                    from: operation.position, to: moved.position)
                functionPairs.append((old.endpoints[index], new.endpoints[place]))
                compare(operation, moved)
            } else {
                recordRemoval(of: old.endpoints[index])
            }
        }
        for (index, operation) in after.enumerated() where !taken.contains(index) {
            recorder.add(.operationAdded, operation.subject, from: nil, to: operation.position)
        }
    }

    private func recordRemoval(of endpoint: Endpoint) {
        let operation = endpoint.operation
        var rule = Rule.operationRemoved
        switch announcedRemoval(operation.sunset, isDeprecated: operation.isDeprecated) {
        case .announced(let isDue): rule = isDue ? .operationRemovedAfterSunset : .operationRemovedBeforeSunset
        case .deprecated: rule = .deprecatedOperationRemoved
        case .none: break
        }
        recorder.add(rule, operation.subject, old: operation.sunset, from: operation.position, to: nil)
        recordRemovedFunction(of: endpoint)
    }

    private func recordRemovedFunction(of endpoint: Endpoint) {
        recorder.add(
            .swiftFunctionRemoved, endpoint.operation.subject, name: endpoint.name.name, from: endpoint.operation.position,
            to: new.about.position)
    }

    /// Compares webhooks by their names and methods.
    mutating func compareWebhooks() {
        let before = old.documentedWebhooks
        let after = new.documentedWebhooks
        let endpoints = Dictionary(grouping: new.webhooks) { $0.operation.subject }
        for endpoint in old.webhooks {
            // Callbacks of two operations may have one name.
            let matches = endpoints[endpoint.operation.subject] ?? []
            if matches.count == 1 { functionPairs.append((endpoint, matches[0])) }
            if matches.isEmpty { recordRemovedFunction(of: endpoint) }
        }
        let kept = Dictionary(after.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.subject))
        for operation in before {
            if let other = kept[operation.subject] {
                compare(operation, other)
            } else {
                recorder.add(.webhookRemoved, operation.subject, from: operation.position, to: nil)
            }
        }
        for operation in after where !known.contains(operation.subject) {
            recorder.add(.webhookAdded, operation.subject, from: nil, to: operation.position)
        }
    }

    private mutating func compare(_ before: ResolvedOperation, _ after: ResolvedOperation) {
        var pair = OperationPair(old: before, new: after, user: users.count)
        users.append(after.subject)
        pair.isReversed = after.place != .path
        compareDescriptions(pair)
        compareParameters(pair)
        compareBodies(pair)
        compareResponses(pair)
        guard !pair.isReversed else { return }
        compareSecurity(pair)
        compareServers(pair)
        compareCallbacks(pair)
    }

    private func compareDescriptions(_ pair: OperationPair) {
        let (before, after) = (pair.old, pair.new)
        func add(_ rule: Rule, name: String? = nil, old: String? = nil, new: String? = nil) {
            recorder.add(
                rule, pair.subject, name: name, old: old, new: new, from: before.position, to: after.position)
        }
        if before.operationID != after.operationID {
            add(.operationIDChanged, old: before.operationID, new: after.operationID)
        }
        if before.isDeprecated != after.isDeprecated { add(after.isDeprecated ? .operationDeprecated : .operationReinstated) }
        for tag in after.tags where !before.tags.contains(tag) { add(.tagAdded, name: tag) }
        for tag in before.tags where !after.tags.contains(tag) { add(.tagRemoved, name: tag) }
        compareSunset(before.sunset, after.sunset, isDeprecated: after.isDeprecated) { rule, old, new in
            recorder.add(
                rule, pair.subject, at: [.words("operation")], old: old, new: new, from: before.position, to: after.position)
        }
    }

    private mutating func compareCallbacks(_ pair: OperationPair) {
        for callback in pair.old.callbacks {
            guard let other = pair.new.callbacks.first(where: { $0.name == callback.name && $0.expression == callback.expression })
            else {
                recorder.add(
                    .callbackRemoved, pair.subject, name: callback.name, from: callback.position, to: pair.new.position)
                continue
            }
            for operation in callback.operations {
                if let match = other.operations.first(where: { $0.method == operation.method }) {
                    compare(operation, match)
                } else {
                    recorder.add(
                        .callbackRemoved, pair.subject, name: callback.name, from: operation.position, to: other.position)
                }
            }
        }
        for callback in pair.new.callbacks
        where !pair.old.callbacks.contains(where: { $0.name == callback.name && $0.expression == callback.expression }) {
            recorder.add(.callbackAdded, pair.subject, name: callback.name, from: pair.old.position, to: callback.position)
        }
    }
}

/// The same operation in both documents.
struct OperationPair {
    let old: ResolvedOperation
    let new: ResolvedOperation
    /// The number of the operation among those that use schemas.
    let user: Int
    /// Whether the service sends the request, as it does for webhooks and callbacks.
    var isReversed = false

    var subject: String { new.subject }
    /// The directions, as callers see them, of requests and of responses.
    var ofRequests: Directions { isReversed ? .responses : .requests }
    var ofResponses: Directions { isReversed ? .requests : .responses }
}

extension ResolvedOperation {
    /// The operation as people name it.
    package var subject: String {
        switch place {
        case .path: "\(method) \(path)"
        case .webhook(let name): "webhook \(name) \(method)"
        case .callback(let name): "callback \(name) \(method)"
        }
    }

    /// What identifies an operation; the names of path parameters do not count.
    fileprivate var key: String {
        var key = method + " "
        var isInName = false
        for character in path {
            if character == "{" { isInName = true }
            if !isInName { key.append(character) }
            if character == "}" {
                isInName = false
                key += "{}"
            }
        }
        return key
    }
}

import APIModel
import Diagnostics

extension Comparison {
    /// Compares the security schemes. One that has another name and is the same otherwise has not changed for callers.
    mutating func compareSecuritySchemes() {
        let (before, after) = (old.about.securitySchemes, new.about.securitySchemes)
        for scheme in before {
            guard let other = after.first(where: { $0.name == scheme.name }) else {
                let same = after.filter { candidate in
                    candidate.kind.text == scheme.kind.text && !before.contains { $0.name == candidate.name }
                }
                if same.count == 1 {
                    schemeNames[scheme.name] = same[0].name
                } else {
                    recorder.add(
                        .securitySchemeRemoved, "document", name: scheme.name, from: scheme.position, to: new.about.position)
                }
                continue
            }
            compare(scheme, other)
        }
        for scheme in after
        where !before.contains(where: { $0.name == scheme.name }) && !schemeNames.values.contains(scheme.name) {
            recorder.add(.securitySchemeAdded, "document", name: scheme.name, from: old.about.position, to: scheme.position)
        }
    }

    private mutating func compare(_ before: SecurityScheme, _ after: SecurityScheme) {
        func add(_ rule: Rule, name: String, old: String? = nil, new: String? = nil) {
            recorder.add(rule, "document", name: name, old: old, new: new, from: before.position, to: after.position)
        }
        if before.kind.text != after.kind.text {
            // A scheme that no operation uses is of no concern to callers.
            guard !isUsed(before.name) else {
                return add(.securitySchemeChanged, name: before.name, old: before.kind.text, new: after.kind.text)
            }
            add(.securitySchemeRemoved, name: before.name)
            return add(.securitySchemeAdded, name: after.name)
        }
        let formats = (before.kind.bearerFormat, after.kind.bearerFormat)
        if formats.0 != formats.1 { add(.bearerFormatChanged, name: before.name, old: formats.0, new: formats.1) }
        for (one, other) in zip(before.kind.urls, after.kind.urls) where one != other {
            add(.oauthURLChanged, name: before.name, old: one, new: other)
        }
        let (known, kept) = (before.kind.scopes, after.kind.scopes)
        for scope in known where !kept.contains(scope) { add(.oauthScopeRemoved, name: scope, old: before.name) }
        for scope in kept where !known.contains(scope) { add(.oauthScopeAdded, name: scope, old: before.name) }
    }

    /// Whether an operation of the old document accepts a scheme.
    private func isUsed(_ scheme: String) -> Bool {
        old.endpoints.contains { $0.operation.security.contains { $0.schemes.contains { $0.name == scheme } } }
    }

    /// Compares what an operation requires of its callers: each alternative that was enough before must be enough still.
    mutating func compareSecurity(_ pair: OperationPair) {
        func add(_ rule: Rule, name: String? = nil, old: String? = nil, new: String? = nil) {
            recorder.add(
                rule, pair.subject, name: name, old: old, new: new, from: pair.old.position, to: pair.new.position)
        }
        let before = pair.old.security.map { Requirement($0, names: schemeNames) }
        let after = pair.new.security.map { Requirement($0) }
        if before.isEmpty {
            if !after.isEmpty, !after.contains(where: \.isEmpty) {
                add(.securityRequired, new: after.map(\.text).joined(separator: " or "))
            }
            return
        }
        if after.isEmpty { return add(.securityDropped) }
        // A requirement in both lists has not changed, although others may name the same schemes.
        let gone = before.filter { !after.contains($0) }
        let added = after.filter { !before.contains($0) }
        for requirement in gone {
            let other = added.first { $0.schemes == requirement.schemes }
            if !after.contains(where: { $0.isSatisfied(by: requirement) }) {
                if other == nil { add(.securityAlternativeRemoved, name: requirement.text) }
                let scopes = other?.scopes(beyond: requirement) ?? []
                for (scheme, scope) in scopes { add(.scopeRequired, name: scope, old: scheme) }
            }
            let scopes = other.map { requirement.scopes(beyond: $0) } ?? []
            for (scheme, scope) in scopes { add(.scopeDropped, name: scope, old: scheme) }
        }
        for requirement in added where !gone.contains(where: { $0.schemes == requirement.schemes }) {
            add(.securityAlternativeAdded, name: requirement.text)
        }
    }
}

/// One alternative of an operation's security: scopes by scheme.
private struct Requirement: Equatable {
    private let scopesByScheme: [String: Set<String>]

    /// - Parameter names: The names of the schemes in the new document where they changed.
    init(_ alternative: SecurityAlternative, names: [String: String] = [:]) {
        scopesByScheme = Dictionary(
            alternative.schemes.map { (names[$0.name] ?? $0.name, Set($0.scopes)) }, uniquingKeysWith: { $0.union($1) })
    }

    var isEmpty: Bool { scopesByScheme.isEmpty }
    var schemes: Set<String> { Set(scopesByScheme.keys) }

    var text: String {
        isEmpty ? "no credentials" : scopesByScheme.keys.sorted().joined(separator: " and ")
    }

    /// Whether credentials for another requirement are enough for this one.
    func isSatisfied(by other: Requirement) -> Bool {
        scopesByScheme.allSatisfy { scheme, scopes in other.scopesByScheme[scheme].map { scopes.isSubset(of: $0) } ?? false }
    }

    /// The scopes that this requirement names and another one does not.
    func scopes(beyond other: Requirement) -> [(scheme: String, scope: String)] {
        scopesByScheme.sorted { $0.key < $1.key }.flatMap { scheme, scopes in
            scopes.subtracting(other.scopesByScheme[scheme] ?? []).sorted().map { (scheme, $0) }
        }
    }
}

extension SecuritySchemeKind {
    /// How a request carries the credential.
    fileprivate var text: String {
        switch self {
        case .apiKey(let name, let location): "API key in the \(location.rawValue) '\(name)'"
        case .http(let scheme, _): "HTTP \(scheme.lowercased())"
        case .mutualTLS: "mutual TLS"
        case .oauth2: "OAuth 2"
        // Another provider issues other tokens.
        case .openIDConnect(let url): "OpenID Connect of \(url)"
        }
    }

    fileprivate var bearerFormat: String? {
        if case .http(_, let format) = self { format } else { nil }
    }

    /// Where clients get tokens, flow by flow.
    fileprivate var urls: [String] {
        switch self {
        case .oauth2(let flows):
            flows.sorted { $0.kind < $1.kind }
                .flatMap { [$0.authorizationURL ?? "none", $0.tokenURL ?? "none", $0.refreshURL ?? "none"] }
        case .apiKey, .http, .mutualTLS, .openIDConnect: []
        }
    }

    fileprivate var scopes: [String] {
        guard case .oauth2(let flows) = self else { return [] }
        var seen: Set<String> = []
        return flows.flatMap { $0.scopes.map(\.name) }.filter { seen.insert($0).inserted }
    }
}

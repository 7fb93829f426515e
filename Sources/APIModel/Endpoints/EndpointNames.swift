extension ResolvedOperation {
    /// The operation's function name before collisions: its operationId, else its webhook's name, else its method and path in words.
    var preferredName: String {
        if let name = operationID ?? place.name, isReadable(name) { return name }
        return method.lowercased() + " " + path.replacingBraces
    }

    /// Whether the document gives the operation an `operationId` that contains a letter.
    var isNamed: Bool {
        operationID.map(isReadable) ?? false
    }

    /// The operation among those whose names are locked.
    var lockOwner: String {
        switch place {
        case .path: "\(method) \(path)"
        case .webhook(let name): "webhook \(name) \(method)"
        case .callback(let name): "callback \(name) \(method)"
        }
    }

    func lockKey(of parameter: ResolvedParameter) -> NameKey {
        NameKey(.members(lockOwner), "\(parameter.location.rawValue) \(parameter.name)")
    }

    func lockKey(of type: OutcomeType) -> NameKey {
        NameKey(.members(lockOwner), type.rawValue)
    }

    /// What a reader of the code should know about it.
    var documentationText: String {
        [summary, description].compactMap { $0 }.joined(separator: "\n\n")
    }
}

extension ResolvedResponse {
    /// Whether it is the only successful outcome.
    func isOnlySuccess(of operation: ResolvedOperation) -> Bool {
        let successes = operation.successes
        return successes.count == 1 && operation.responses[successes[0]].status == status
    }
}

extension String {
    /// `/pets/{id}` as `pets by id`.
    fileprivate var replacingBraces: String {
        var words = ""
        for character in self {
            switch character {
            case "{": words += " by "
            case "}", "/": words += " "
            default: words.append(character)
            }
        }
        return words
    }
}

/// The case's name for a status: its reason phrase, or its number where it has none.
func outcomeName(for status: StatusPattern) -> Identifier {
    let phrase = reasonPhrase(of: status).filter { $0 != "'" }
    switch status {
    case .default: return Identifier(memberFrom: "other")
    case .code(let code) where phrase.isEmpty: return Identifier(memberFrom: "status \(code)")
    case .code, .range: return Identifier(memberFrom: phrase)
    }
}

/// Whether a text contains a letter.
private func isReadable(_ name: String) -> Bool {
    name.unicodeScalars.contains { $0.properties.isAlphabetic }
}

import OpenAPI

extension Operation {
    /// The operation's function name before collisions: its operationId, else its method and path in words.
    var nameWish: String {
        if isNamed, let id { return id.value }
        return method.rawValue.lowercased() + " " + path.replacingBraces
    }
}

extension Operation {
    /// Whether the document gives it a name that has something to be read.
    var isNamed: Bool {
        id?.value.unicodeScalars.contains { $0.properties.isAlphabetic } ?? false
    }

    /// The operation as one that is answered at a path of its name, as nobody knows the URL before it is used.
    func asWebhook(named name: String) -> Operation {
        var operation = self
        if operation.id == nil { operation.id = Located(name, at: position) }
        let isSafe = name.utf8.allSatisfy { $0 < 0x80 && ($0 > 0x2F || $0 == 0x2D || $0 == 0x2E) && !"{}?#\\".utf8.contains($0) }
        operation.path = "/" + (isSafe ? name : Identifier(memberFrom: name).name)
        // What the document says about callers of the service does not hold for the service as a caller.
        operation.security = security ?? []
        return operation
    }

    /// What a reader of the code should know about it.
    var documentationText: String {
        [summary, description].compactMap { $0 }.joined(separator: "\n\n")
    }
}

extension Response {
    /// Whether nothing but it says that all is well.
    func isOnlySuccess(of operation: Operation) -> Bool {
        status.isSuccess && operation.responses.filter(\.status.isSuccess).count == 1
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

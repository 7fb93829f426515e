/// The variables of a generated function that hold what the document names.
///
/// They are called like the labels of their arguments, unless the function needs that name for something else.
package struct FunctionLocals {
    private var names: [Identifier: Identifier] = [:]
    /// The variable for what the function makes of them.
    package let result: Identifier

    init(for labels: [Identifier], in scope: GeneratedScope, reserving others: Set<String> = []) {
        var scope = NameScope(scope, reserving: others)
        for label in labels { names[label] = scope.claim(label, alternative: label.appending("Value")) }
        result = scope.claim(Identifier(verbatim: "value"), alternative: Identifier(verbatim: "answer"))
    }

    /// The variable for a label.
    package subscript(label: Identifier) -> Identifier {
        names[label] ?? label
    }

    /// How a function declares the parameter with a label.
    package func declaration(of label: Identifier) -> String {
        let name = self[label]
        return name == label ? name.spelling : "\(label.spelling) \(name.spelling)"
    }
}

extension Endpoint {
    /// Whether a variable of the server's function has the operation's name.
    package var isHiddenInServer: Bool {
        GeneratedScope.serverFunction.reservedNames.contains(name.name)
    }

    /// The labels of its arguments, the body's last.
    package var labels: [Identifier] {
        parameters.map(\.name) + (body.map { [$0.name] } ?? [])
    }

    /// The label of the request's context among the parameters of the server's function.
    package var contextLabel: Identifier {
        var scope = NameScope(.parameters, reserving: Set(labels.map(\.name)))
        return scope.claim(Identifier(verbatim: "context"), alternative: Identifier(verbatim: "requestContext"))
    }

    /// The variables of the client's function.
    package var clientLocals: FunctionLocals {
        FunctionLocals(for: labels, in: .clientFunction)
    }

    /// The variables of the server's function that reads a request; one called like the operation would hide its function.
    package var serverLocals: FunctionLocals {
        FunctionLocals(for: labels, in: .serverFunction, reserving: [name.name])
    }
}

/// The members of a generated type as its own functions name them.
package struct MemberNames {
    private let names: Set<String>
    /// What the reading and writing functions need for themselves.
    private static let functionLocals: Set<String> = ["json", "key", "object"]

    package init(of members: [Identifier]) {
        names = Set(members.map(\.name))
    }

    package init(of structure: Structure) {
        self.init(of: structure.properties.map(\.name) + (structure.additionalProperties.map { [$0.name] } ?? []))
    }

    /// How a function spells the variable that holds the member until the value is complete.
    package func local(for member: Identifier) -> String {
        guard Self.functionLocals.contains(member.name) else { return member.spelling }
        var local = member.appending("Value")
        while names.contains(local.name) { local = local.appending("_") }
        return local.spelling
    }

    /// How a function spells the member itself.
    package func access(to member: Identifier) -> String {
        Self.functionLocals.contains(member.name) ? "self." + member.member : member.spelling
    }

    /// The property that a member is stored in whose value lies elsewhere.
    package func storage(of member: Identifier) -> String {
        var storage = "_" + member.name
        while names.contains(storage) { storage = "_" + storage }
        return storage
    }
}

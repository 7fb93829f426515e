/// The Swift types that a user chose for values of `format`s.
package struct FormatTypes: Sendable {
    private let types: [String: TypeReference]
    private let prefersFoundation: Bool
    /// What the chosen types are found by, which no type of the document is to hide.
    let names: Set<String>

    /// - Parameters:
    ///   - names: Swift types by format: one of the standard library or the runtime, such as `String`, `Int64`, `Double`, `Timestamp`,
    ///     `DecimalNumber` or `JSONValue`, one of Foundation that the runtime reads, such as `Foundation.Date`, or one of the user's own,
    ///     which has to be a `JSONCodable` and is written with its module where that is another one, as in `Money.Amount`.
    ///   - prefersFoundation: Whether a type of Foundation takes the place of one of the runtime where no type was chosen.
    package init(_ names: [String: String] = [:], prefersFoundation: Bool = false) {
        types = names.mapValues(Self.type)
        self.prefersFoundation = prefersFoundation
        var found = Set(
            prefersFoundation ? FoundationType.allCases.map(\.rawValue) + Self.foundationModules.map { String($0.dropLast()) } : [])
        for type in types.values {
            switch type {
            case .custom(let name): found.insert(String(name.name.prefix { $0 != "." }))
            case .foundation(let type): found.insert(type.rawValue)
            default: break
            }
        }
        self.names = found
    }

    private static func type(_ name: String) -> TypeReference {
        if let standard = StandardType(rawValue: name) { return .standard(standard) }
        if let runtime = RuntimeType(rawValue: name) { return .runtime(runtime) }
        return foundationType(name).map(TypeReference.foundation) ?? .custom(Identifier(chosen: name))
    }

    private static func foundationType(_ name: String) -> FoundationType? {
        foundationModules.first(where: name.hasPrefix).flatMap { FoundationType(rawValue: String(name.dropFirst($0.count))) }
    }

    private static let foundationModules = ["Foundation.", "FoundationEssentials."]

    /// Returns whether a type may conform to `JSONCodable`, judged by its name: most of Foundation's types do not.
    package static func canConform(_ type: String) -> Bool {
        isFoundation(type) || !foundationModules.contains(where: type.hasPrefix)
    }

    /// Returns whether a name is that of one of Foundation's types that values can have.
    package static func isFoundation(_ type: String) -> Bool {
        foundationType(type) != nil
    }

    /// What to do about a type that does not conform.
    package static let advice =
        "use a type of the runtime, such as FullDate, your own type that wraps it, or one of "
        + FoundationType.allCases.map { "Foundation." + $0.rawValue }.joined(separator: ", ")

    /// Returns whether a text names a type, with or without a module.
    package static func isType(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { Identifier.isValid(String($0)) }
    }

    subscript(format: String?) -> TypeReference? {
        format.flatMap { types[$0] }
    }

    /// Returns the type of Foundation in place of another one, if those are preferred and Foundation has one for such values.
    ///
    /// The base 64 of URLs, decimals in strings and integers of any size keep the runtime's types: Foundation's would write them in
    /// another form, or not hold them.
    func preferred(to type: TypeReference, format: String?) -> TypeReference {
        guard prefersFoundation else { return type }
        return switch (type, format) {
        case (.runtime(.timestamp), _): .foundation(.date)
        case (.runtime(.uniqueID), _): .foundation(.uuid)
        case (.runtime(.base64), _): .foundation(.data)
        case (.runtime(.decimal), "decimal"): .foundation(.decimal)
        case (.string, "uri"), (.string, "url"): .foundation(.url)
        default: type
        }
    }
}

extension TypeReference {
    /// The module that the type's name is imported from; `nil` for types that need no import of their own.
    package var module: String? {
        switch self {
        case .foundation: FoundationType.module
        case .custom(let name): name.name.firstIndex(of: ".").map { String(name.name[..<$0]) }
        case .standard, .runtime, .declared, .array, .dictionary, .optional, .nullable: nil
        }
    }
}

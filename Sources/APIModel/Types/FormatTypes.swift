/// The Swift types that a user chose for values of `format`s.
package struct FormatTypes: Sendable {
    private let types: [String: TypeReference]
    /// What the chosen types are found by, which no type of the document is to hide.
    let names: Set<String>
    /// The modules that the chosen types come from, sorted.
    package let modules: [String]

    /// - Parameter names: Swift types by format: one of the standard library or the runtime, such as `String`, `Int64`, `Double`,
    ///   `Timestamp`, `DecimalNumber` or `JSONValue`, or one of the user's own, which has to be a `JSONCodable` and is written
    ///   with its module where that is another one, as in `Money.Amount`.
    package init(_ names: [String: String] = [:]) {
        types = names.mapValues { name in
            if let standard = StandardType(rawValue: name) { return .standard(standard) }
            return RuntimeType(rawValue: name).map(TypeReference.runtime) ?? .custom(Identifier(chosen: name))
        }
        self.names = Set(
            names.values.map { String($0.prefix { $0 != "." }) }.filter {
                StandardType(rawValue: $0) == nil && RuntimeType(rawValue: $0) == nil
            })
        modules = Set(names.values.filter { $0.contains(".") }.map { String($0.prefix { $0 != "." }) }).sorted()
    }

    /// Returns whether a type may conform to `JSONCodable`, judged by its name: Foundation's types do not.
    package static func canConform(_ type: String) -> Bool {
        !["Foundation.", "FoundationEssentials."].contains(where: type.hasPrefix)
    }

    /// What to do about a type that does not conform.
    package static let advice = "use a type of the runtime, such as Timestamp or FullDate, or your own type that wraps it"

    /// Returns whether a text names a type, with or without a module.
    package static func isType(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { Identifier.isValid(String($0)) }
    }

    subscript(format: String?) -> TypeReference? {
        format.flatMap { types[$0] }
    }
}

/// The Swift types that a user chose for values of `format`s.
package struct FormatTypes: Sendable {
    private let types: [String: TypeReference]
    /// The modules that the chosen types come from, sorted.
    package let modules: [String]

    /// - Parameters:
    ///   - names: Swift types by format: one of the standard library or the runtime, such as `String`, `Int64`, `Double`, `Timestamp`,
    ///     `DecimalNumber` or `JSONValue`, or one of the user's own, which has to be a `JSONCodable`.
    ///   - modules: the modules that the user's own types come from.
    package init(_ names: [String: String] = [:], modules: [String] = []) {
        types = names.mapValues { name in
            if let standard = StandardType(rawValue: name) { return .standard(standard) }
            return RuntimeType(rawValue: name).map(TypeReference.runtime) ?? .custom(Identifier(chosen: name))
        }
        self.modules = modules.sorted()
    }

    subscript(format: String?) -> TypeReference? {
        format.flatMap { types[$0] }
    }
}

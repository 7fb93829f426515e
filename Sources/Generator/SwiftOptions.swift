/// Who may use the generated declarations.
package enum AccessLevel: String, CaseIterable, Sendable {
    case `public`, package, `internal`
}

/// The options that apply to all Swift files of a run.
package struct SwiftOptions: Sendable {
    package var access = AccessLevel.public
    /// Whether the types of schemas can be compared and hashed.
    package var isHashable = true
    /// Whether enums keep a value that the document does not name.
    package var hasOpenEnums = true
    /// The module that the models and operations come from; nil where they are made in the same one.
    package var modelsModule: String?
    /// What the client of a package sends requests with by default; `nil` for a client that is not the product of a package.
    package var packagedTransport: PackagedTransport?

    package init() {}
}

/// A transport of the runtime.
package struct PackagedTransport: Sendable {
    package let module: String
    package let type: String

    package init(module: String, type: String) {
        self.module = module
        self.type = type
    }
}

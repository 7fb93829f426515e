/// Where the types of dates, identifiers, bytes, decimals and URLs come from.
package enum TypePreset: String, CaseIterable, Sendable {
    case runtime, foundation
}

/// What happens to the members of objects that the document does not describe.
package enum UnknownMembers: String, CaseIterable, Sendable {
    case ignore, keep
}

/// How the functions of a server get the context of the request.
package enum ContextPassing: String, CaseIterable, Sendable {
    /// From `RequestContext.current`.
    case current
    /// As their last parameter, too.
    case parameter
}

/// Whether apigen was built with the trait `Foundation`.
///
/// In a package's build, the tool and the runtime that generated code imports have the same traits.
package var hasFoundationTrait: Bool {
    #if Foundation
    true
    #else
    false
    #endif
}

/// What to do where the trait is missing.
package let foundationTraitAdvice =
    "types of Foundation need the trait 'Foundation' of the package apigen; add .defaults to the traits that your package names"

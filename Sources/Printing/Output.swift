/// What a run can make of a document.
package enum Output: String, CaseIterable, Sendable {
    /// The types of schemas.
    case models
    /// What client and server share: operations as data, their outcomes and errors.
    case operations
    case client, server, docs
    /// A server that returns examples.
    case fake
    /// What site generators make of the docs.
    case site, docc
    /// A Swift package with the client, tests and what else its authors publish.
    case package

    /// The outputs of a run without `--emit`.
    package static let defaults: [Output] = [.models, .operations, .client, .server, .docs]
}

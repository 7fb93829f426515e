/// What a run can make of a document.
package enum Output: String, CaseIterable, Sendable {
    /// The types of schemas.
    case models
    /// What client and server share: operations as data, their outcomes and errors.
    case operations
    case client, server, docs
    /// A server that answers with examples.
    case fake
    /// What site generators make of the docs.
    case site, docc

    /// What is made when nobody says what.
    package static let usual: [Output] = [.models, .operations, .client, .server, .docs]
}

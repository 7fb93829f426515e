package import APIRuntime

/// How a mock responds where requests do not say it.
package struct MockOptions: Sendable {
    /// Whether bodies are made from schemas, another one each time, in place of the document's examples.
    package var isDynamic = false
    /// Whether examples of responses are ignored; those of schemas are not.
    package var ignoresExamples = false
    /// Whether pages of any origin may send requests.
    package var allowsOrigins = true
    /// Sends the requests of callbacks; `nil` if none are sent.
    package var callbacks: (any ClientTransport)?

    package init() {}
}

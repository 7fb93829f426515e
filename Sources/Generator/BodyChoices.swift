import APIModel
import Printing

/// A body that is one of several media types.
struct BodyChoice {
    let name: Identifier
    let contents: [Content]
    /// Whether it is the body of a request.
    let isRequest: Bool
    /// The component that defines it, for the operations that refer to it.
    let componentName: String?
}

extension Endpoint {
    /// The bodies that are one of several media types.
    var choices: [BodyChoice] {
        let request = body.flatMap { body in
            body.choiceName.map {
                BodyChoice(
                    name: $0, contents: body.content, isRequest: true, componentName: operation.requestBody?.componentName)
            }
        }
        let responses = outcomes.compactMap { outcome in
            outcome.choiceName.map {
                BodyChoice(
                    name: $0, contents: outcome.contents, isRequest: false, componentName: outcome.response.componentName)
            }
        }
        return (request.map { [$0] } ?? []) + responses
    }

    /// The multipart forms that its bodies are.
    var forms: [MultipartForm] {
        ((body?.content ?? []) + outcomes.flatMap(\.contents)).compactMap(\.form)
    }
}

/// The enum of a body that is one of several media types.
func choiceTemplate(_ choice: BodyChoice, of endpoint: Endpoint, _ spelling: Spelling) -> OperationsTemplate.Choice {
    OperationsTemplate.Choice(
        comment: comment(choice.documentation(in: endpoint)),
        name: choice.name.spelling,
        cases: choice.contents.map { content in
            let mediaType = choice.isRequest && content.isSentAsChosen ? content.representation.mediaType.defaultMediaType : nil
            let chosen = mediaType.map { ", mediaType: \(spelling.swift)String = \(SwiftText.literal($0))" } ?? ""
            return OperationsTemplate.Choice.Case(
                comment: comment(content.representations.map { "`\($0.name)`" }.joined(separator: ", ")),
                name: content.name.spelling, type: spelling.type(content) + chosen)
        })
}

extension BodyChoice {
    fileprivate func documentation(in endpoint: Endpoint) -> String {
        switch (componentName, isRequest) {
        case (let component?, true): "The request body `\(component)` in one of its media types."
        case (let component?, false): "The body of the response `\(component)` in one of its media types."
        case (nil, true): "The body of a request to `\(endpoint.name.name)`."
        case (nil, false): "The body of a response of `\(endpoint.name.name)`."
        }
    }
}

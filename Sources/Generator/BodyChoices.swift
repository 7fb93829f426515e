import APIModel
import Printing

/// A body that is one of several media types.
struct BodyChoice {
    let name: Identifier
    let contents: [Content]
    /// Whether it is the body of a request.
    let isRequest: Bool
}

extension Endpoint {
    /// The bodies that are one of several media types.
    var choices: [BodyChoice] {
        let request = body.flatMap { body in
            body.choiceName.map { BodyChoice(name: $0, contents: body.content, isRequest: true) }
        }
        let responses = outcomes.compactMap { outcome in
            outcome.choiceName.map { BodyChoice(name: $0, contents: outcome.contents, isRequest: false) }
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
        comment: comment("The body of a \(choice.isRequest ? "request to" : "response of") `\(endpoint.name.name)`."),
        name: choice.name.spelling,
        cases: choice.contents.map { content in
            let mediaType = choice.isRequest && content.isSentAsChosen ? content.representation.mediaType.defaultMediaType : nil
            let chosen = mediaType.map { ", mediaType: \(spelling.swift)String = \(SwiftText.literal($0))" } ?? ""
            return OperationsTemplate.Choice.Case(
                comment: comment(content.representations.map { "`\($0.name)`" }.joined(separator: ", ")),
                name: content.name.spelling, type: spelling.type(content) + chosen)
        })
}
